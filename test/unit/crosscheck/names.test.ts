import {describe, expect, it} from 'vitest';
import {foundIn, phpWith} from './foundIn.ts';

const service = {
    get_due: {doc: 'Due.', at: 'system', needs: 'view', kind: 'read', params: {limit: {kind: 'int'}}, returns: {kind: 'int'}, run: 'shown::get_due'},
} as const;

describe('the cross-check of names', () => {
    it('finds a misspelt capability wherever it goes', () => {
        expect(foundIn(phpWith("return some_check('local/small:veiw');"))).toEqual([
            "php/classes/local/tried.php:5 unknown-capability 'local/small:veiw': no such capability in the manifest's `capabilities`. Did you mean 'local/small:view'?",
        ]);
    });

    it('finds a capability that nobody checks', () => {
        const found = foundIn({}, {capabilities: {view: {at: 'course'}, edit: {at: 'course'}, addinstance: {at: 'block'}}});
        expect(found).toEqual([expect.stringContaining("unused-capability The capability 'local/small:edit'")]);
    });

    it('finds unknown settings, but lets a plugin keep a state of its own', () => {
        expect(foundIn(phpWith("return get_config('local_small', 'limt');"), {settings: {limit: {kind: 'int'}}})).toContainEqual(
            expect.stringMatching(/tried\.php:5 unknown-config .*'limit'/),
        );
        expect(foundIn(phpWith("set_config('lastrun', 1, 'local_small');\nreturn get_config('local_small', 'lastrun');"))).toEqual([]);
        expect(foundIn(phpWith("return get_config('core', 'anything');"))).toEqual([]);
    });

    it('finds templates that are not there or not rendered', () => {
        expect(foundIn(phpWith("return $value->render_from_template('local_small/lst', []);"))[0]).toContain('unknown-template');
        expect(foundIn({'templates/lost.mustache': '<p></p>'})).toEqual([expect.stringContaining('templates/lost.mustache:null unused-template')]);
        expect(foundIn({'templates/a.mustache': '{{> local_small/b }}', 'amd/x.ts': "Templates.render('local_small/a', {});"})[0]).toMatch(/a\.mustache:1 unknown-template/);
        expect(foundIn({'templates/a.mustache': '\n{{#open}}'})[0]).toMatch(/a\.mustache:2 broken-template .*Unclosed section "open"/);
    });

    it("accepts Moodle's template blocks and the parents of other plugins", () => {
        const template = '{{< core/modal }}{{$body}}x{{/body}}{{/ core/modal }}';
        expect(foundIn({'templates/a.mustache': template, 'amd/x.ts': "Templates.render('local_small/a', {});"})).toEqual([]);
    });

    it('finds browser modules and external functions that are not there', () => {
        expect(foundIn(phpWith("$value->js_call_amd('local_small/stup', 'init');"))[0]).toContain('unknown-module');
        expect(foundIn({...phpWith("$value->js_call_amd('local_small/setup', 'init');"), 'amd/setup.ts': ''})).toEqual([]);
        expect(foundIn({'amd/x.ts': "call('get_deu', {});\nAjax.call([{methodname: 'local_small_get_deu', args}]);"}, {services: service})
            .filter(line => line.includes('unknown-service'))).toHaveLength(2);
    });

    it('finds message providers and caches that are not there', () => {
        const message = "$message = new \\core\\message\\message();\n$message->component = 'local_small';\n$message->name = 'helo';";
        expect(foundIn(phpWith(message))).toEqual([expect.stringContaining('tried.php:7 unknown-message')]);
        expect(foundIn(phpWith("\\cache::make('local_small', 'counts');"))[0]).toContain('unknown-cache');
    });

    it('wants an event to have two words', () => {
        const events = {sent: {crud: 'c', level: 'other', at: 'system', says: 'x'}} as const;
        expect(foundIn({'rules/a.ts': "const x = 'event:sent';"}, {events, lang: {en: {'event:sent': 'x'}, fr: {}}})).toEqual([expect.stringContaining('event-name')]);
    });
});
