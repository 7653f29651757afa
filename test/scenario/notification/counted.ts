import assert from 'node:assert/strict';
import {ledger, startRun, states} from './processes.ts';
import type {Scenario, Stage} from './stage.ts';

/** What a run says, what it writes and what leaves the site have to agree. */
export const COUNTED: Readonly<Record<string, Scenario>> = {
    'a dry run writes nothing, and a run does what it said': dryRun,
    'the mails that leave are those that are remembered, each address that fails once, and the cap is fair': mailed,
    'options that make no sense are refused before anything happens': refused,
    'a message whose run died long ago shows as unsure': unsure,
};

type Said = {readonly accepted: Readonly<Record<string, number>>; readonly left: number; readonly trapped: Readonly<Record<string, number>>};

async function dryRun({site, people, digest}: Stage): Promise<string> {
    const courses = await people('dry', 2, 60, 0, 'mixed');
    const before = await digest();
    const dry = await startRun(site, courses, '--dryrun', '--json', '--limit=50').ended;
    assert.equal((await startRun(site, courses, '--dryrun', '--verbose').ended).code, 0);
    assert.equal((await startRun(site, courses, '--forecast=40').ended).code, 0);
    const after = await digest();
    assert.deepEqual(Object.keys(after).filter(table => after[table] !== before[table]), [], 'no table has changed');
    const real = await startRun(site, courses, '--json', '--limit=50').ended;
    const [said, done] = [dry, real].map(({said: text}) => JSON.parse(text.trim().split('\n').at(-1) ?? '') as Said) as [Said, Said];
    assert.deepEqual([said.accepted, said.left, said.trapped], [done.accepted, done.left, done.trapped], 'the run does what the dry run said');
    assert.ok(Object.keys(done.accepted).length >= 3, 'of several signals');
    return `${Object.keys(before).length} tables as before; ${JSON.stringify(done.accepted)}, ${done.left} left`;
}

async function mailed({site, mails, people}: Stage): Promise<string> {
    const courses = await people('mailed', 3, 12, 2);
    await site.set('noemailever', 0);
    mails.clear();
    const first = await startRun(site, courses, '--limit=15').ended;
    assert.equal(first.code, 2, 'some addresses fail');
    const shares = await Promise.all(courses.map(async course => Object.values(await states(site, [course])).reduce((a, b) => a + b, 0)));
    assert.deepEqual(shares, [5, 5, 5], 'each course gets its share');
    assert.deepEqual(await states(site, courses), {failed: 6, sent: 9});
    assert.equal((await startRun(site, courses, '--limit=15').ended).code, 0, 'no address is tried again');
    assert.deepEqual(await states(site, courses), {failed: 6, sent: 24}, 'what failed takes no second place');
    await startRun(site, courses).ended;
    const remembered = await ledger(site, courses, 'sent');
    assert.deepEqual(mails.list().map(({to}) => to).flat().toSorted(), remembered.toSorted());
    return `${remembered.length} mails, 6 addresses failed once`;
}

async function refused({site, people}: Stage): Promise<string> {
    const courses = await people('refused', 1, 3);
    const wrong = [
        ['--nonsense'], ['stray'], ['--limit=many'], ['--limit=-3'], ['--limit'], ['--courses=x'], ['--courses'], ['--courses='], ['--users=0'],
        ['--users=1,,2'], ['--forecast=soon'], ['--forecast=100000'], ['--dryrun', '--markonly'],
    ];
    for (const options of wrong) {
        const {code, said} = await startRun(site, null, ...options).ended;
        assert.equal(code, 1, `${options.join(' ')}: ${code} ${said}`);
        assert.match(said, /--help/);
    }
    assert.deepEqual(await states(site, courses), {}, 'nothing was sent');
    await site.set('enable', 0, 'block_course_notification');
    assert.equal((await startRun(site, courses).ended).code, 3, 'a site that is switched off says so');
    await site.set('enable', 1, 'block_course_notification');
    assert.equal((await startRun(site, null, '--help').ended).code, 0);
    return `${wrong.length} refused`;
}

async function unsure({site, people, showUnsure}: Stage): Promise<string> {
    const courses = await people('unsure', 1, 2);
    await startRun(site, courses).ended;
    assert.deepEqual(await showUnsure(courses[0] ?? 0), ['Unsure whether sent', 'Unsure whether sent']);
    assert.equal((await startRun(site, courses).ended).code, 0);
    assert.deepEqual(await states(site, courses), {unsure: 2}, 'it is not sent again');
    return 'shown as unsure, not sent again';
}
