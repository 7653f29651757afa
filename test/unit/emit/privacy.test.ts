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
            return /'level' => (\w+),\s+'key' => (\S+),\s+'join' => '([^']+)'/.exec(php)?.slice(1);
        }));
        expect(joins).toEqual([
            ['CONTEXT_COURSE', "'courseid'", 'ctx.contextlevel = :level AND ctx.instanceid = t.courseid'],
            ['CONTEXT_USER', "'userid'", 'ctx.contextlevel = :level AND ctx.instanceid = t.userid'],
            ['CONTEXT_BLOCK', "'courseid'", 'ctx.contextlevel = :level AND ctx.instanceid = t.courseid'],
            ['CONTEXT_SYSTEM', 'null', 'ctx.contextlevel = :level'],
            ['null', "'courseid'", 'ctx.id = t.courseid'],
        ]);
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
        expect(gone).toMatch(/'people' => \[\s+'userid' => \[\],/);
        const emptied = await provider({user: 'userid', context: 'system', about: 'privacy:due', erase: ['userid', 'note']});
        expect(emptied).toMatch(/'userid' => \[\s+'note' => '',\s+'userid' => 0,\s+\]/);
    });

    it("deletes a person's own rows and leaves those of others that name them only in passing", async () => {
        const php = await provider({user: ['userid', 'byuser'], context: {course: 'courseid'}, about: 'privacy:due', erase: ['byuser']});
        expect(php).toMatch(/'userid' => \[\],\s+'byuser' => \[\s+'byuser' => null,\s+\]/);
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
