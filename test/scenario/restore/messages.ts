import {strict as assert} from 'node:assert';
import type {Site} from '../../moodle/site.ts';
import {hasFailed, isDone, NotHere, peopleLeave, type Scenarios} from './scenario.ts';
import type {Stage} from './stage.ts';

const PLUGIN = 'block_my_external_backup_restore_courses';

/** How many messages each person has got. */
async function messages({client}: Stage): Promise<Readonly<Record<string, number>>> {
    const rows = await client.sql(`SELECT u.username, COUNT(*) AS n FROM {notifications} n JOIN {user} u ON u.id = n.useridto
        WHERE n.component = '${PLUGIN}' GROUP BY u.username`);
    return Object.fromEntries(rows.map(row => [row['username'] ?? '', Number(row['n'])]));
}

/** Forgets what was told before. */
async function silence(stage: Stage): Promise<void> {
    await stage.client.sql(`DELETE FROM {notifications} WHERE component = '${PLUGIN}'`);
    await stage.ask(stage.client, 'forget_outages.php');
}

/** A request that has been tried for hours. */
async function lastTry(stage: Stage, request: number): Promise<void> {
    await stage.client.sql(`UPDATE {${PLUGIN}_request} SET tries = 5 WHERE id = ${request}`);
    await stage.later(request);
    hasFailed(await stage.bring(request, 1), 'unreachable');
}

/** Whom the plugin writes to, and whom not. */
export const told: Scenarios = {
    'who asked is told that the course is there, once': async (stage, course) => {
        await silence(stage);
        isDone(await stage.bring(await stage.request(course)));
        assert.deepEqual(await messages(stage), {teacher: 1});
    },
    'who asked and the admins are told why a course did not come': async stage => {
        await silence(stage);
        hasFailed(await stage.bring(await stage.request(999_999), 1), 'course_gone');
        assert.deepEqual(await messages(stage), {admin: 1, teacher: 1});
        const text = await stage.client.sql(`SELECT fullmessage FROM {notifications} WHERE component = '${PLUGIN}'`);
        assert.ok(text.every(row => row['fullmessage']?.includes('The course is not on the other Moodle any more.')));
        assert.ok(text.every(row => !row['fullmessage']?.includes(stage.line.url)));
    },
    'each person is told in their own language, of what came and of what did not': async (stage, course) => {
        await silence(stage);
        await stage.ask(stage.server, 'second_teacher.php', course, 'professeure');
        isDone(await stage.bring(await stage.request(course, {user: 'professeure'})));
        hasFailed(await stage.bring(await stage.request(999_999, {user: 'professeure'}), 1), 'course_gone');
        const told = await stage.client.sql(`SELECT u.username, n.subject, n.fullmessage FROM {notifications} n JOIN {user} u ON u.id = n.useridto
            WHERE n.component = '${PLUGIN}' ORDER BY n.id`);
        const to = (username: string): string[] => told.filter(row => row['username'] === username).map(row => `${row['subject']} ${row['fullmessage']}`);
        const [came, failed] = to('professeure');
        assert.match(came ?? '', /^Votre cours .* est là/);
        assert.match(failed ?? '', /^Le cours .* n’a pas pu être restauré[^]*Le cours n’est plus sur l’autre Moodle\./);
        assert.equal(to('admin').length, 1);
        assert.match(to('admin')[0] ?? '', /The course is not on the other Moodle any more/);
    },
    'of a long outage each person is told once, and again when another one begins': async (stage, course) => {
        await silence(stage);
        const others = [await stage.course(`f${Date.now()}`, 1, 1000), await stage.course(`g${Date.now()}`, 1, 1000)];
        stage.line.fault(() => ({does: 'lose'}));
        const requests: number[] = [];
        for (const one of [course, ...others]) {
            requests.push(await stage.request(one));
        }
        requests.push(await stage.request(course, {user: 'professeure'}));
        for (const request of requests) {
            await lastTry(stage, request);
        }
        assert.deepEqual(await messages(stage), {admin: 1, professeure: 1, teacher: 1});
        const [text] = await stage.client.sql(`SELECT fullmessage FROM {notifications} WHERE component = '${PLUGIN}' ORDER BY id LIMIT 1`);
        assert.match(text?.['fullmessage'] ?? '', /no message comes for each of them/);
        // Who asks again after the message hears again.
        await new Promise(passed => setTimeout(passed, 1100));
        assert.ok(await stage.act('retry', requests[0] ?? 0));
        await lastTry(stage, requests[0] ?? 0);
        assert.equal((await messages(stage))['teacher'], 2);
        stage.line.fault(null);
        isDone(await stage.bring(await stage.request(course)));
        stage.line.fault(() => ({does: 'lose'}));
        await lastTry(stage, await stage.request(course));
        assert.deepEqual(await messages(stage), {admin: 3, professeure: 1, teacher: 4});
        stage.line.fault(null);
    },
    'a course that comes with a notification block mails its people nothing': peopleLeave(async (stage, course) => {
        for (const site of [stage.client, stage.server]) {
            if ((await site.sql(`SELECT id FROM {block} WHERE name = 'course_notification'`)).length === 0) {
                throw new NotHere('block_course_notification is not installed on both sites');
            }
        }
        await stage.ask(stage.server, 'notifying.php', course);
        const mails = async (site: Site): Promise<number> => {
            for (let run = 0; run < 2; run++) {
                await site.cron();
            }
            return stage.pair.mails.list().filter(mail => mail.from.includes(`@${site.name}.`) && mail.to.some(to => /student|kiri/.test(to))).length;
        };
        const before = await mails(stage.client);
        assert.ok(await mails(stage.server) > 0, 'the block writes where it was made');
        const ended = await stage.bring(await stage.request(course, {asker: 'admin', withusers: true}));
        isDone(ended);
        const blocks = await stage.client.sql(`SELECT b.id FROM {block_instances} b JOIN {context} x ON x.id = b.parentcontextid AND x.contextlevel = 50
            WHERE x.instanceid = ${ended.courseid} AND b.blockname = 'course_notification'`);
        assert.equal(blocks.length, 1, 'the block has come');
        const people = await stage.client.sql(`SELECT ue.id FROM {user_enrolments} ue JOIN {enrol} e ON e.id = ue.enrolid WHERE e.courseid = ${ended.courseid}`);
        assert.ok(people.length >= 2, 'people have come');
        assert.equal(await mails(stage.client), before);
    }),
};
