import assert from 'node:assert/strict';
import {setTimeout as wait} from 'node:timers/promises';
import {later, notified, startRun, states, twice, untilMailed, untilNotified} from './processes.ts';
import type {Scenario, Stage} from './stage.ts';
import {withThrower} from './withThrower.ts';

/** How often a run is killed. */
const KILLS = 20;

/** Runs that are killed, meet, or lose a course while they work. */
export const DISTURBED: Readonly<Record<string, Scenario>> = {
    'a run of 1,000 mails is killed at twenty instants, and the next one goes on': killed,
    'the database goes while a run is at work, and the next one goes on': databaseGone,
    'two runs at once send one message each': meeting,
    'an output that throws fails its own messages only, and their mails are tried again alone': throwing,
    'a course is deleted while a run is at work': deleted,
};

async function killed({site, mails, people}: Stage): Promise<string> {
    const courses = await people('killed', 2, 500);
    await site.set('noemailever', 0);
    mails.clear();
    // Instants are drawn from all of a run: while it starts, reads, sends, remembers and plans. The first one tells how fast the machine is.
    const began = Date.now();
    const first = startRun(site, courses);
    await untilMailed(mails, 25);
    const latest = 1.5 * (Date.now() - began);
    first.child.kill('SIGKILL');
    await first.ended;
    let atWork = 1;
    for (let kill = 1; kill < KILLS; kill++) {
        const before = mails.list().length;
        const run = startRun(site, courses);
        await Promise.race([run.ended, wait(Math.random() * latest)]);
        run.child.kill('SIGKILL');
        const {code} = await run.ended;
        atWork += code === null && mails.list().length > before ? 1 : 0;
    }
    const between = mails.list().length;
    const {code, said} = await startRun(site, courses).ended;
    assert.equal(code, 0, said.slice(-300));
    const after = await states(site, courses);
    const [sent, unsure] = [after['sent'] ?? 0, after['unsure'] ?? 0];
    assert.equal(sent + unsure, 1000, `nobody is forgotten: ${JSON.stringify(after)}`);
    assert.ok(unsure <= KILLS, 'each kill leaves at most one unsure');
    const got = mails.list().map(mail => `${mail.to.join()} ${/id=\d+/.exec(mail.text)?.[0]}`);
    assert.equal(new Set(got).size, got.length, 'nobody is told twice');
    assert.equal(await twice(site), 0, 'nor on the web');
    assert.ok(got.length >= sent && got.length <= 1000, `the report tells the truth: ${got.length} left, ${sent} said to be sent`);
    return `killed ${KILLS} times, ${atWork} of them after mails had left, ${between} mails by then; ${got.length} mails left, `
        + `${sent} known to be sent, ${unsure} unsure`;
}

async function databaseGone({site, mails, people, loseDatabase}: Stage): Promise<string> {
    const courses = await people('gone', 2, 150);
    await site.set('noemailever', 0);
    mails.clear();
    const run = startRun(site, courses);
    await untilMailed(mails, 40);
    await loseDatabase();
    const {code} = await run.ended;
    assert.notEqual(code, 0, 'a run without a database does not claim to have gone well');
    assert.equal((await startRun(site, courses).ended).code, 0);
    const after = await states(site, courses);
    assert.equal((after['sent'] ?? 0) + (after['unsure'] ?? 0), 300, 'nobody is forgotten');
    const got = mails.list().map(mail => `${mail.to.join()} ${/id=\d+/.exec(mail.text)?.[0]}`);
    assert.equal(new Set(got).size, got.length, 'nobody is told twice');
    return `exit code ${code}; then ${after['sent']} sent, ${after['unsure'] ?? 0} unsure`;
}

async function meeting({site, people}: Stage): Promise<string> {
    const courses = await people('two', 2, 200);
    const runs = [startRun(site, courses), startRun(site, courses)];
    const codes = (await Promise.all(runs.map(run => run.ended))).map(({code}) => code).toSorted();
    assert.deepEqual(codes, [0, 3], 'one works, the other says that it did nothing');
    assert.equal(await notified(site), 400);
    assert.equal(await twice(site), 0);
    return `exit codes ${codes.join(' and ')}, 400 messages`;
}

async function throwing({site, people}: Stage): Promise<string> {
    return withThrower(site, async () => {
        const courses = await people('thrown', 1, 150);
        const {code, said} = await startRun(site, courses, '--verbose').ended;
        assert.equal(code, 2, said.slice(-500));
        const found = await states(site, courses);
        assert.equal((found['sent'] ?? 0) + (found['waiting'] ?? 0), 150);
        assert.ok((found['waiting'] ?? 0) >= 45 && (found['sent'] ?? 0) >= 90);
        assert.ok(said.includes('waiting: output This output is broken.'));
        const before = await notified(site);
        await later(site, courses);
        assert.equal((await startRun(site, courses).ended).code, 0);
        assert.deepEqual(await states(site, courses), {sent: 150});
        assert.equal(await notified(site), before, 'no web notification comes twice');
        return `${found['sent']} sent, ${found['waiting']} a little later by mail alone`;
    });
}

async function deleted({site, people, deleteCourse}: Stage): Promise<string> {
    const courses = await people('deleted', 3, 250);
    const gone = courses[1] ?? 0;
    const run = startRun(site, courses);
    await untilNotified(site, 100);
    await deleteCourse(gone);
    const {code} = await run.ended;
    assert.ok(code === 0 || code === 2, 'the run goes on to its end');
    await startRun(site, courses).ended;
    await site.task('\\block_course_notification\\task\\cleanup_task');
    await site.task('\\block_course_notification\\task\\reconcile_task');
    assert.equal((await states(site, courses))['sent'], 500, 'the learners of the other courses all got theirs');
    for (const table of ['due', 'sent']) {
        const rows = await site.sql(`SELECT COUNT(*) AS n FROM {block_course_notification_${table}} WHERE courseid = ${gone}`);
        assert.equal(Number(rows[0]?.['n']), 0, `no row of the course is left in ${table}`);
    }
    assert.equal(await twice(site), 0);
    return `exit code ${code}, 500 of the other courses were told`;
}
