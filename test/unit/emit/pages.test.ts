import {describe, expect, it} from 'vitest';
import {callbacks} from '../../../build/emit/callbacks.ts';
import {checks} from '../../../build/emit/checks.ts';
import {reports} from '../../../build/emit/reports.ts';
import {bool, choice, id, longtext, ref, time} from '../../../build/manifest/kinds.ts';
import type {ReportShape} from '../../../build/manifest/shape.ts';
import {emitted, pathsOf} from './emitted.ts';

describe('lib.php', () => {
    it('hands on what Moodle gives, and lists the checks of each page', async () => {
        const php = await emitted(callbacks, {
            callbacks: {extend_x: {params: '\\navigation_node $node, ?int $depth = null, ...$rest', returns: '?array', run: 'nav::extend'}},
            checks: {alive: {group: 'status', run: 'health::alive'}, safe: {group: 'security', run: 'health::safe'}},
        }, 'lib.php');
        expect(php).toContain('return \\local_small\\local\\nav::extend($node, $depth, ...$rest);');
        expect(php).toContain('@param int|null $depth');
        expect(php).toContain('@return array|null');
        expect(php).toMatch(/function local_small_status_checks\(\): array \{\s+return \[new \\local_small\\check\\alive\(\)\];/);
        expect(php).toContain('function local_small_security_checks(): array {');
    });

    it('is not there where nothing needs it', () => {
        expect(pathsOf(callbacks, {})).toEqual([]);
    });
});

describe('a check', () => {
    it('gets its result from the hand-written method', async () => {
        const php = await emitted(checks, {checks: {alive: {group: 'status', run: 'health::alive'}}}, 'classes/check/alive.php');
        expect(php).toContain('return \\local_small\\local\\health::alive();');
    });
});

describe('a report', () => {
    const fields = {id: id(), courseid: ref('course'), userid: ref('user'), state: choice(['open', 'shut']), ok: bool(), note: longtext(), timedue: time()};
    const report = (part: Partial<ReportShape>): Promise<string> => emitted(reports, {
        tables: {due: {doc: 'Due.', fields, personal: null}},
        reports: {log: {
            doc: 'All.', from: 'due', at: 'course', needs: 'view', sort: {column: 'timedue', descending: true},
            columns: {timedue: {field: 'timedue', as: 'time'}, state: {field: 'state', as: {strings: 'state'}}, note: {field: 'note', as: 'text'}, ok: {field: 'ok', as: 'bool'}},
            ...part,
        }},
    }, 'classes/reportbuilder/local/systemreports/log.php');

    it('shows the rows of its course only, to those who may see them there', async () => {
        const php = await report({});
        expect(php).toContain("(int) $context->contextlevel === CONTEXT_COURSE && has_capability('local/small:view', $context)");
        expect(php).toContain("add_base_condition_simple('own.courseid', $this->get_context()->instanceid)");
        expect(await report({at: 'system'})).not.toContain('add_base_condition_simple');
    });

    it('escapes text, shows values by their strings, and offers them as a filter', async () => {
        const php = await report({});
        expect(php).toContain('static fn(?string $value): string => s($value)');
        expect(php).toContain("get_string('state:' . $value, 'local_small')");
        expect(php).toMatch(/'open' => get_string\('state:open', 'local_small'\),\s+'shut' => get_string\('state:shut', 'local_small'\),/);
    });

    it('does not sort by long text, nor by what a method makes', async () => {
        const php = await report({columns: {note: {field: 'note', as: 'text'}, made: {field: 'sql::made', as: 'text'}, timedue: {field: 'timedue', as: 'time'}}});
        expect([...php.matchAll(/set_is_sortable\((\w+)\)/g)].map(found => found[1])).toEqual(['false', 'false', 'true']);
        expect(php).toContain("\\local_small\\local\\sql::made('own', $this), 'made'");
    });

    it('sorts what is shown in words by the words', async () => {
        const php = await report({});
        expect(php).toMatch(/set_is_sortable\(true, \[\s*self::in_order_of_words\('own\.state', \[\s*'open' => get_string\('state:open', 'local_small'\)/);
        expect(await report({columns: {timedue: {field: 'timedue', as: 'time'}}})).not.toContain('in_order_of_words');
    });

    it('names the download after the course, and writes moments there as spreadsheets know them', async () => {
        const php = await report({download: true});
        expect(php).toContain("set_downloadable(true, $course . ' ' . self::get_name())");
        expect(php).toContain("userdate($time, '%Y-%m-%d %H:%M', 99, false, false)");
        expect(await report({at: 'system', download: true})).toContain('set_downloadable(true, self::get_name())');
    });

    it('adds what people are identified by, as far as the reader may know it', async () => {
        expect(await report({join: {user: 'userid'}})).toContain('$user->get_identity_columns($this->get_context())');
        expect(await report({join: {course: 'courseid'}})).not.toContain('get_identity_columns');
    });

    it('has a column and its filter only for those whom a hand-written method lets have it', async () => {
        const php = await report({columns: {timedue: {field: 'timedue', as: 'time', when: 'log::may'}}});
        expect(php.split('->set_is_available(\\local_small\\local\\log::may($this))')).toHaveLength(3);
    });

    it('joins people and courses, and leaves conditions, actions and formats to hand-written methods', async () => {
        const php = await report({
            join: {user: 'userid', course: 'courseid'}, where: 'log::where', actions: 'log::actions', download: true,
            columns: {timedue: {field: 'timedue', as: {format: 'log::when'}}},
        });
        expect(php).toContain('LEFT JOIN {user} {$useralias} ON {$useralias}.id = own.userid');
        expect(php).toContain("add_column_from_entity('course:coursefullnamewithlink')");
        expect(php).toContain('\\local_small\\local\\log::where($this);');
        expect(php).toContain('\\local_small\\local\\log::actions($this);');
        expect(php).toContain('\\local_small\\local\\log::when($value, $row)');
        expect(php).toContain('set_downloadable(true');
    });
});
