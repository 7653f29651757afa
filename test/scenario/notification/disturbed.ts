import assert from 'node:assert/strict';
import {notified, startRun, states, twice, untilNotified} from './processes.ts';
import type {Scenario, Stage} from './stage.ts';
import {withThrower} from './withThrower.ts';

/** Runs that are killed, meet, or lose a course while they work. */
export const DISTURBED: Readonly<Record<string, Scenario>> = {
    'a run of 1,000 messages is killed, and the next one goes on': killed,
    'two runs at once send one message each': meeting,
    'an output that throws fails its own messages only, and is not tried again': throwing,
    'a course is deleted while a run is at work': deleted,
};

async function killed({site, people}: Stage): Promise<string> {
    const courses = await people('killed', 2, 500);
    const run = startRun(site, courses);
    await untilNotified(site, 300);
    run.child.kill('SIGKILL');
    await run.ended;
    const before = await states(site, courses);
    assert.ok((before['sending'] ?? 0) <= 1, 'at most one message is unsure');
    assert.equal((await startRun(site, courses).ended).code, 0);
    const after = await states(site, courses);
    assert.equal((after['sent'] ?? 0) + (after['sending'] ?? 0), 1000, 'nobody is forgotten');
    assert.equal(await twice(site), 0, 'nobody is told twice');
    const left = await notified(site);
    assert.ok(left === 1000 || left === (after['sent'] ?? 0), 'the report tells the truth');
    return `killed after ${before['sent']} were sent, ${after['sending'] ?? 0} unsure; ${left} left in all`;
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
        assert.equal((found['sent'] ?? 0) + (found['failed'] ?? 0), 150);
        assert.ok((found['failed'] ?? 0) >= 45 && (found['sent'] ?? 0) >= 90);
        assert.ok(said.includes('failed: This output is broken.'));
        assert.equal((await startRun(site, courses).ended).code, 0, 'the next run has nothing to do');
        assert.deepEqual(await states(site, courses), found);
        return `${found['sent']} sent, ${found['failed']} failed with their reason`;
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
