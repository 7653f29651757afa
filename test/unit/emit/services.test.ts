import {describe, expect, it} from 'vitest';
import {externalTest} from '../../../build/emit/externalTest.ts';
import {services} from '../../../build/emit/services.ts';
import {bool, choice, html, int, list, nullable, optional, text} from '../../../build/manifest/kinds.ts';
import type {ServiceShape} from '../../../build/manifest/shape.ts';
import {emitted, pathsOf} from './emitted.ts';

const service = (part: Partial<ServiceShape>): {readonly services: {readonly put: ServiceShape}} => ({
    services: {put: {doc: 'Puts it there', at: 'system', needs: 'edit', kind: 'write', params: {}, returns: bool(), run: 'shelf::put', ...part}},
});
const classOf = (part: Partial<ServiceShape>): Promise<string> => emitted(services, service(part), 'classes/external/put.php');

describe('an external function', () => {
    it('checks parameters, context and capability before the hand-written body runs', async () => {
        const php = await classOf({at: {course: 'courseid'}, params: {courseid: int(), days: int({min: 1})}});
        const order = ['validate_parameters', "course::instance($params['courseid'])", 'validate_context', "require_capability('local/small:edit'",
            'self::checked($params)', '\\local_small\\local\\shelf::put(courseid:'];
        const places = order.map(step => php.indexOf(step));
        expect(places.every(place => place > 0)).toBe(true);
        expect([...places].sort((one, other) => one - other)).toEqual(places);
    });

    it('names the field that is out of range, deep inside a list as well', async () => {
        const php = await classOf({params: {settings: list({days: int({max: 30}), mode: choice(['few', 'many'])})}});
        expect(php).toContain("if ($params['settings'][$index]['days'] > 30) {");
        expect(php).toContain('"settings[{$index}].days must be 30 or less"');
        expect(php).toContain("in_array($params['settings'][$index]['mode'], ['few', 'many'], true)");
    });

    it('counts characters, and cleans HTML instead of refusing it', async () => {
        const php = await classOf({params: {name: text(20), body: html()}});
        expect(php).toContain("\\core_text::strlen($params['name']) > 20");
        expect(php).toContain("$params['body'] = clean_param($params['body'], PARAM_CLEANHTML);");
    });

    it('refuses what is shorter than it may be', async () => {
        const php = await classOf({params: {nonce: text(64, {as: 'alphanumext', least: 16})}});
        expect(php).toMatch(/strlen\(\$params\['nonce'\]\) < 16\) \{\s+throw new \\invalid_parameter_exception\('nonce must have 16 characters or more'\)/);
    });

    it('asks for a capability of core where the manifest names one', async () => {
        expect(await classOf({needs: 'moodle/site:config'})).toContain("require_capability('moodle/site:config'");
    });

    it('is tried with as few letters as it wants, with fewer, and without what may be left out', async () => {
        const said = service({params: {nonce: text(9, {least: 3}), userid: optional(int(), 0), ids: optional(list(int()), [])}});
        const php = await emitted(externalTest, said, 'tests/external/put_test.php');
        expect(php).toMatch(/'nonce' => 'aaa',\s+'userid' => 0,\s+'ids' => \[\],/);
        expect(php).toContain("'nonce has 2 letters' => ['nonce', str_repeat('a', 2)]");
        expect(php).toContain("'userid is given' => ['userid', 1]");
        expect(php).not.toContain('ids is given');
    });

    it('puts what may be left out last, with its default', async () => {
        const php = await classOf({params: {limit: optional(int(), 10), name: nullable(text(5))}});
        expect(php).toContain('public static function execute(?string $name, int $limit = 10): bool {');
        expect(php).toContain("'limit' => new external_value(PARAM_INT, 'limit', VALUE_DEFAULT, 10, NULL_NOT_ALLOWED)");
        expect(php).toContain("if ($params['name'] !== null) {");
    });

    it('refuses guests where it asks for no capability', async () => {
        const php = await classOf({at: 'user', needs: null});
        expect(php).toContain('\\core\\context\\user::instance($USER->id)');
        expect(php).toContain('if (isguestuser()) {');
        expect(php).not.toContain('require_capability');
    });

    it('lets text leave as it is, and lets optional fields of a result be missing', async () => {
        const php = await classOf({returns: list({name: text(100), note: optional(html(), '')})});
        expect(php).toContain("'name' => new external_value(PARAM_RAW, 'name', VALUE_REQUIRED, null, NULL_NOT_ALLOWED)");
        expect(php).toContain("'note' => new external_value(PARAM_RAW, 'note', VALUE_OPTIONAL, null, NULL_NOT_ALLOWED)");
    });

    it('keeps to lines of 132 characters however much there is to say', async () => {
        const doc = 'It puts a thing on a shelf, and tells those who asked to be told about things on shelves. '.repeat(4).trim();
        const values = Array.from({length: 20}, (_, at) => `choice${at}`);
        const said = service({doc, params: {name: text(20, {doc}), which: choice(values), several: list({which: choice(values)})}});
        const files = await Promise.all(['classes/external/put.php', 'db/services.php'].map(path => emitted(services, said, path)));
        expect(Math.max(...files.join('\n').split('\n').map(line => line.length))).toBeLessThanOrEqual(132);
    });

    it('is declared with its capability, and offered to the browser unless the manifest says no', async () => {
        const declarations = await emitted(services, service({}), 'db/services.php');
        expect(declarations).toContain("'capabilities' => 'local/small:edit',");
        expect(declarations).toContain("'ajax' => true,");
        expect(await emitted(services, service({ajax: false}), 'db/services.php')).toContain("'ajax' => false,");
    });
});

describe('a ready-made web service', () => {
    it("takes own functions by their short name and Moodle's by their full one", async () => {
        const webservices = {wssmall: {name: 'Small', functions: ['put', 'core_webservice_get_site_info'], restricted: true, enabled: false}} as const;
        const declarations = await emitted(services, {...service({}), webservices}, 'db/services.php');
        expect(declarations).toContain("'functions' => ['local_small_put', 'core_webservice_get_site_info'],");
        expect(declarations).toContain("'shortname' => 'wssmall',");
    });

    it('is not there where nothing is declared', () => {
        expect(pathsOf(services, {})).toEqual([]);
    });
});
