import {describe, expect, it} from 'vitest';
import {privacy} from '../../../build/emit/privacy.ts';
import {id, nullable, ref, text, time} from '../../../build/manifest/kinds.ts';
import type {PersonalShape, PluginShape} from '../../../build/manifest/shape.ts';
import {emitted} from './emitted.ts';

const fields = {id: id(), courseid: ref('course'), userid: ref('user'), byuser: nullable(ref('user')), note: text(50), timedue: time()};
const provider = (personal: PersonalShape | null, more: Partial<PluginShape> = {}): Promise<string> =>
    emitted(privacy, {tables: {due: {doc: 'Due.', fields, personal}}, ...more}, 'classes/privacy/provider.php');

describe('the privacy provider', () => {
    it('says that nothing is kept where nothing is', async () => {
        const php = await provider(null);
        expect(php).toContain('implements \\core_privacy\\local\\metadata\\null_provider');
        expect(php).toContain("return 'privacy:metadata';");
    });

    it('finds the rows of a course, a user, a block, the site, or any context', async () => {
        const joins = await Promise.all(([{course: 'courseid'}, 'user', {block: 'courseid'}, 'system', {context: 'courseid'}] as const).map(async context => {
            const php = await provider({user: 'userid', context, about: 'privacy:due'});
            return [/JOIN \{context\} ctx ON (.*)/.exec(php)?.[1], /'level' => (\w+)/.exec(php)?.[1], /instanceof \\core\\context\\(\w+)/.exec(php)?.[1]];
        }));
        expect(joins).toEqual([
            ['ctx.contextlevel = :level AND ctx.instanceid = t.courseid', 'CONTEXT_COURSE', 'course'],
            ['ctx.contextlevel = :level AND ctx.instanceid = t.userid', 'CONTEXT_USER', 'user'],
            ['ctx.contextlevel = :level AND ctx.instanceid = t.courseid', 'CONTEXT_BLOCK', 'block'],
            ['ctx.contextlevel = :level', 'CONTEXT_SYSTEM', 'system'],
            ['ctx.id = t.courseid', undefined, undefined],
        ]);
    });

    it('knows no kind of context that the plugin has no rows in', async () => {
        const php = await provider({user: 'userid', context: {course: 'courseid'}, about: 'privacy:due'});
        expect(php).not.toMatch(/CONTEXT_(USER|SYSTEM|BLOCK)|COALESCE|files|preference/);
    });

    it("lets rows that name no context belong to the person's own", async () => {
        const table = {doc: 'Due.', fields: {...fields, courseid: nullable(ref('course'))}, personal: {user: 'userid', context: {course: 'courseid'}, about: 'privacy:due'}};
        const php = await emitted(privacy, {tables: {due: table}}, 'classes/privacy/provider.php');
        expect(php).toMatch(/instanceid = t\.userid\s+WHERE t\.userid = :userid AND COALESCE\(t\.courseid, 0\) = 0/);
        expect(php).toContain("delete_records_select('local_small_due', 'userid = :instanceid AND COALESCE(courseid, 0) = 0', $params)");
    });

    it('tells of every column but the id and that of the context, unless the manifest chooses', async () => {
        const all = await provider({user: 'userid', context: {course: 'courseid'}, about: 'privacy:due'});
        expect([...all.matchAll(/'(\w+)' => 'privacy:due:\w+'/g)].map(found => found[1])).toEqual(['userid', 'byuser', 'note', 'timedue']);
        const some = await provider({user: 'userid', context: {course: 'courseid'}, about: 'privacy:due', columns: ['note']});
        expect(some).toContain("'note' => 'privacy:due:note',");
        expect(some).not.toContain('privacy:due:timedue');
    });

    it('deletes rows, or empties columns where rows outlive the person, the column that finds them last', async () => {
        const gone = await provider({user: 'userid', context: 'system', about: 'privacy:due'});
        expect(gone).toContain("$DB->delete_records('local_small_due');");
        expect(gone).toContain('$DB->delete_records_select(\'local_small_due\', "userid {$insql}", $params);');
        const emptied = await provider({user: 'userid', context: 'system', about: 'privacy:due', erase: ['userid', 'note']});
        expect(emptied).toMatch(/'note', '', "userid \{\$insql\}", \$params\);\s+\$DB->set_field_select\('local_small_due', 'userid', 0, "userid \{\$insql\}"/);
        expect(emptied).not.toContain('delete_records');
    });

    it("deletes a person's own rows and leaves those of others that name them only in passing", async () => {
        const php = await provider({user: ['userid', 'byuser'], context: {course: 'courseid'}, about: 'privacy:due', erase: ['byuser']});
        expect(php).toContain('$DB->delete_records_select(\'local_small_due\', "courseid = :instanceid AND userid {$insql}", $params);');
        expect(php).toMatch(/set_field_select\(\s*'local_small_due',\s+'byuser',\s+null,\s+"courseid = :instanceid AND byuser \{\$insql\}"/);
    });

    it('hands over rows that name somebody in either of two ways at once', async () => {
        const php = await provider({user: ['userid', 'byuser'], context: {course: 'courseid'}, about: 'privacy:due', erase: ['byuser']});
        expect(php.match(/self::export_due_rows\(/g)).toHaveLength(1);
        expect(php).toContain('(userid = :userid OR byuser = :userid1)');
    });

    it('keeps a row that names two people in the own context of each', async () => {
        const php = await provider({user: ['userid', 'byuser'], context: 'user', about: 'privacy:due', erase: ['byuser']});
        expect([...php.matchAll(/ctx\.instanceid = t\.(\w+)\s+WHERE t\.(\w+) = :userid/g)].map(([, place, person]) => [place, person]))
            .toEqual([['userid', 'userid'], ['byuser', 'byuser']]);
        expect(php).toContain("'SELECT byuser FROM {local_small_due} WHERE byuser = :instanceid'");
        expect(php).toContain("delete_records_select('local_small_due', 'userid = :instanceid', $params)");
        expect(php).toContain("set_field_select('local_small_due', 'byuser', null, 'byuser = :instanceid', $params)");
    });

    it('tells of files and of what a hand-written class keeps, in each of its methods', async () => {
        const php = await provider(null, {privacy: {files: {backups: 'privacy:files'}, also: 'site/kept', forgotten: 'site/kept::forget'}});
        expect(php).toContain("add_subsystem_link('core_files', [], 'privacy:files')");
        expect(php).toContain("const FILE_AREAS = ['backups'];");
        expect([...php.matchAll(/\\local_small\\local\\site\\kept::(\w+)/g)].map(found => found[1])).toEqual(
            ['metadata', 'contexts', 'users', 'export', 'forget', 'forget'],
        );
        expect(php).toContain('$file->delete();');
    });

    it('tells of preferences, of data that leaves the site, and of messages', async () => {
        const php = await provider(null, {
            preferences: {view: {about: 'privacy:view'}},
            external: {archive: {about: 'privacy:archive', fields: ['email']}},
            messages: {added: {web: 'on', email: 'on'}},
        });
        expect(php).toContain("add_user_preference('local_small_view', 'privacy:view')");
        expect(php).toMatch(/add_external_location_link\(\s*'archive',\s+\[\s+'email' => 'privacy:archive:email'/);
        expect(php).toContain("add_subsystem_link('core_message', [], 'privacy:messages')");
        expect(php).toContain('request\\user_preference_provider');
    });
});
