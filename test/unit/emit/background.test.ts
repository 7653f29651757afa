import {describe, expect, it} from 'vitest';
import {events} from '../../../build/emit/events.ts';
import {hooks} from '../../../build/emit/hooks.ts';
import {messages} from '../../../build/emit/messages.ts';
import {caches} from '../../../build/emit/caches.ts';
import {observers} from '../../../build/emit/observers.ts';
import {tasks} from '../../../build/emit/tasks.ts';
import {id, int, optional, ref, text} from '../../../build/manifest/kinds.ts';
import type {EventShape} from '../../../build/manifest/shape.ts';
import {emitted} from './emitted.ts';

describe('a task', () => {
    it('is declared with its five cron fields, and off where the manifest says so', async () => {
        const php = await emitted(tasks, {tasks: {sweep: {every: '*/5 R * 1 0', disabled: true, run: 'sweeper::run'}}}, 'db/tasks.php');
        expect(php).toMatch(/'minute' => '\*\/5',\s+'hour' => 'R',\s+'day' => '\*',\s+'month' => '1',\s+'dayofweek' => '0',\s+'disabled' => 1,/);
    });

    it('that is queued takes typed data, and hands it on by name', async () => {
        const adhoc = {fetch: {run: 'sweeper::fetch', data: {note: optional(text(9), ''), courseid: int()}, concurrency: 3, attempts: 4}} as const;
        const php = await emitted(tasks, {adhoc}, 'classes/task/fetch.php');
        expect(php).toContain("queue(int $courseid, string $note = '', int $notbefore = 0, bool $unlessqueued = false): void");
        expect(php).toContain('$task->set_attempts_available(4);');
        expect(php).toContain("sweeper::fetch(courseid: $data['courseid'], note: $data['note']);");
        expect(php).toMatch(/get_default_concurrency_limit\(\): int \{\s+return 3;/);
    });
});

describe('an observer', () => {
    const watched = {'core\\event\\user_deleted': 'kept::gone', 'tool_x\\event\\user_deleted': 'kept::other', 'core\\event\\course_deleted': 'kept::course'} as const;

    it('stops errors as well as exceptions, and passes none on', async () => {
        const php = await emitted(observers, {observers: watched}, 'classes/observer.php');
        expect(php).toContain('} catch (\\Throwable $problem) {');
        expect(php).not.toContain('throw ');
    });

    it('asks for the class of an event only where Moodle has it, since other plugins come and go', async () => {
        const php = await emitted(observers, {observers: watched}, 'classes/observer.php');
        expect(php).toContain('core_user_deleted(\\core\\event\\user_deleted $event)');
        expect(php).toContain('tool_x_user_deleted(\\core\\event\\base $event)');
    });

    it('has a name of its own where two events share the last word', async () => {
        const php = await emitted(observers, {observers: watched}, 'db/events.php');
        const names = [...php.matchAll(/observer::(\w+)'/g)].map(found => found[1]);
        expect(names).toEqual(['core_user_deleted', 'tool_x_user_deleted', 'course_deleted']);
    });

    it('of everything goes by the one name that Moodle looks for', async () => {
        const php = await emitted(observers, {observers: {'*': 'kept::anything', ...watched}}, 'db/events.php');
        expect(php).toContain("'eventname' => '*'");
        expect(php).toContain("'eventname' => '\\core\\event\\course_deleted'");
    });
});

describe('an event', () => {
    const event = (part: Partial<EventShape>): Promise<string> => emitted(events, {
        tables: {due: {doc: 'Due.', fields: {id: id()}, personal: null}},
        events: {due_sent: {crud: 'c', level: 'other', at: 'course', says: 'x', ...part}},
    }, 'classes/event/due_sent.php');

    it('fills its description and its page with what it carries', async () => {
        const php = await event({says: "User '{userid}' got \"{other.signal}\" for $5", other: {signal: text(9)}, url: 'view.php?id={courseid}'});
        expect(php).toContain('"User \'{$this->userid}\' got \\"{$this->other[\'signal\']}\\" for \\$5"');
        expect(php).toMatch(/new \\moodle_url\('\/local\/small\/view\.php', \[\s+'id' => \$this->courseid,/);
    });

    it('refuses to be made without what the manifest demands', async () => {
        const php = await event({table: 'due', relateduser: true, other: {signal: text(9), note: optional(text(9), '')}});
        for (const demand of ['(int) $this->contextlevel !== CONTEXT_COURSE', '!isset($this->objectid)', '!isset($this->relateduserid)', "!isset($this->other['signal'])"]) {
            expect(php).toContain(`if (${demand}) {`);
        }
        expect(php).not.toContain("isset($this->other['note'])");
        expect(php).toContain("$this->data['objecttable'] = 'local_small_due';");
    });

    it('tells a restored course where to find users and courses', async () => {
        expect(await event({other: {target: ref('user'), signal: text(9)}})).toMatch(/'target' => \[\s+'db' => 'user',\s+'restore' => 'user',/);
        expect(await event({other: {signal: text(9)}})).toMatch(/get_other_mapping\(\): array\|false \{\s+return false;/);
    });
});

describe('messages, caches and hooks', () => {
    it('are declared as Moodle names them', async () => {
        const php = await emitted(messages, {messages: {added: {web: 'on', email: 'off', app: 'forbidden', needs: 'edit'}, lost: {web: 'off', email: 'on'}}}, 'db/messages.php');
        expect(php).toMatch(/'popup' => MESSAGE_PERMITTED \+ MESSAGE_DEFAULT_ENABLED,\s+'email' => MESSAGE_PERMITTED,\s+'airnotifier' => MESSAGE_DISALLOWED,/);
        expect(php).toMatch(/'added' => \[\s+'capability' => 'local\/small:edit',\s+'defaults' => \$defaults,/);
        expect(php).toMatch(/'lost' => \[\s+'defaults' => \$defaults2,/);
        const kept = await emitted(caches, {caches: {counts: {mode: 'session', ttl: 60, staticacceleration: 5}}}, 'db/caches.php');
        expect(kept).toMatch(/'mode' => \\core_cache\\store::MODE_SESSION,\s+'ttl' => 60,\s+'staticacceleration' => true,\s+'staticaccelerationsize' => 5,/);
        const answers = await emitted(hooks, {hooks: {'core\\hook\\output\\x': {run: 'page::footer'}}}, 'db/hooks.php');
        expect(answers).toMatch(/'hook' => \\core\\hook\\output\\x::class,\s+'callback' => \[\\local_small\\local\\page::class, 'footer'\]/);
    });
});
