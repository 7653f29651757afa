import assert from 'node:assert/strict';
import type {MailFault} from '../../moodle/mailFault.ts';
import {later, notified, startRun, states, twice} from './processes.ts';
import type {Scenario, Stage} from './stage.ts';

/** A mail server that does wrong: nobody is told twice, nobody is forgotten, and what is remembered is true. */
export const POST: Readonly<Record<string, Scenario>> = {
    'mails that a failing server keeps back arrive when it is well again': outages,
    'one in ten refused are failed, and tried again where somebody asks': oneInTen,
    'after a long outage the task waits no longer than a few minutes': longOutage,
    'a server that is away for an hour costs nobody a mail, and each mail is one of its own': anHour,
};

const OUTAGES: readonly MailFault[] = [
    {fault: 'refuse'}, {fault: 'busy'}, {fault: 'down'}, {fault: 'hang', seconds: 1}, {fault: 'cut'}, {fault: 'unanswered'},
];
const LEARNERS = 12;

async function outages({site, mails, people}: Stage): Promise<string> {
    const courses = await people('outage', OUTAGES.length, LEARNERS);
    await site.set('noemailever', 0);
    const told: string[] = [];
    for (const [number, fault] of OUTAGES.entries()) {
        const course = [courses[number] ?? 0];
        mails.clear();
        mails.fault(fault);
        const {code, said} = await startRun(site, course).ended;
        const during = await states(site, course);
        assert.equal(code, 2, `${fault.fault}: ${said.slice(-300)}`);
        assert.equal(during['failed'], undefined, `${fault.fault}: nobody is failed for good: ${JSON.stringify(during)}`);
        assert.equal(during['sent'], undefined, `${fault.fault}: nothing is said to be sent`);
        mails.fault(null);
        await later(site, course);
        const again = await startRun(site, course).ended;
        assert.equal(again.code, 0, `${fault.fault}: ${again.said.slice(-300)}`);
        const after = await states(site, course);
        const unsure = after['unsure'] ?? 0;
        assert.equal((after['sent'] ?? 0) + unsure, LEARNERS, `${fault.fault}: nobody is forgotten`);
        const receivers = mails.list().map(({to}) => to.join());
        assert.equal(new Set(receivers).size, receivers.length, `${fault.fault}: nobody is told twice`);
        assert.ok(receivers.length >= (after['sent'] ?? 0) && receivers.length <= LEARNERS, `${fault.fault}: the report tells the truth`);
        assert.ok(unsure <= 3, `${fault.fault}: the run ended soon`);
        told.push(`${fault.fault} ${JSON.stringify(during)}`);
    }
    assert.equal(await twice(site), 0, 'no web notification comes twice');
    return told.join(', ');
}

async function oneInTen({site, mails, people}: Stage): Promise<string> {
    const courses = await people('tenth', 2, 20);
    await site.set('noemailever', 0);
    mails.clear();
    mails.fault({fault: 'refuse', every: 10});
    const {code, said} = await startRun(site, courses).ended;
    mails.fault(null);
    assert.equal(code, 2, said);
    assert.deepEqual(await states(site, courses), {failed: 4, sent: 36}, 'the others are not stopped');
    assert.match((await startRun(site, courses, '--retry', '--dryrun').ended).said, /^4 that failed would be tried again/);
    assert.equal((await startRun(site, courses).ended).code, 0);
    assert.equal(mails.list().length, 36, 'what failed for good is not tried by itself');
    assert.match((await startRun(site, courses, '--retry').ended).said, /^4 that failed are tried again/);
    assert.equal((await startRun(site, courses).ended).code, 0);
    assert.deepEqual(await states(site, courses), {sent: 40});
    assert.equal(new Set(mails.list().map(mail => mail.to.join() + mail.subject)).size, mails.list().length);
    assert.equal(mails.list().length, 40);
    assert.equal(await notified(site), 40, 'no web notification comes twice');
    return '4 of 40 refused, and told when somebody asked';
}

async function anHour({site, mails, people}: Stage): Promise<string> {
    const courses = await people('hour', 1, 30);
    await site.set('noemailever', 0);
    const before = await site.sql("SELECT value FROM {config} WHERE name = 'smtpmaxbulk'");
    await site.set('smtpmaxbulk', 50);
    mails.clear();
    mails.fault({fault: 'down'});
    const messages = async (): Promise<number> =>
        Number((await site.sql("SELECT COUNT(*) AS n FROM {notifications} WHERE eventtype = 'trouble'"))[0]?.['n']);
    const outputs: string[] = [];
    for (let run = 0; run < 3; run++) {
        outputs.push((await startRun(site, courses).ended).said);
        await later(site, courses);
    }
    assert.equal(await messages(), 1, 'the admin is told once');
    assert.deepEqual(await states(site, courses), {waiting: 1}, 'later runs look at the server before they try anybody');
    mails.fault(null);
    assert.equal((await startRun(site, courses).ended).code, 0);
    assert.deepEqual(await states(site, courses), {sent: 30});
    const caught = mails.list();
    assert.equal(new Set(caught.map(mail => mail.headers['message-id'])).size, 30, 'each mail has an identity of its own');
    assert.ok(caught.every(mail => mail.headers['auto-submitted'] === 'auto-generated' && mail.headers['precedence'] === 'Bulk'
        && /^<http.*>$/.test(mail.headers['list-unsubscribe'] ?? '')));
    await site.set('smtpmaxbulk', before[0]?.['value'] ?? null);
    return `30 mails after ${outputs.length} runs without a server`;
}

async function longOutage({site, mails, people}: Stage): Promise<string> {
    const courses = await people('long', 1, 10);
    await site.set('noemailever', 0);
    mails.clear();
    mails.fault({fault: 'down'});
    const where = "WHERE classname LIKE '%block_course_notification%notification_task'";
    const run = async (task: string): Promise<string> =>
        (await site.tryPhp(['admin/cli/scheduled_task.php', `--execute=\\block_course_notification\\task\\${task}`, '--force'])).stdout;
    const delay = async (): Promise<number> => Number((await site.sql(`SELECT faildelay FROM {task_scheduled} ${where}`))[0]?.['faildelay']);
    await site.sql(`UPDATE {task_scheduled} SET disabled = 0 ${where}`);
    try {
        assert.match(await run('notification_task'), /failed/i, 'the task fails where admins see it');
        const now = Math.floor(Date.now() / 1000);
        await site.sql(`UPDATE {task_scheduled} SET faildelay = 86400, lastruntime = ${now}, nextruntime = ${now + 86400} ${where}`);
        await run('recovery_task');
        assert.equal(await delay(), 86400, 'it waits while the server is away');
        mails.fault(null);
        await run('recovery_task');
        assert.equal(await delay(), 0, 'and no longer when it is back');
        await later(site, courses);
        await run('notification_task');
        assert.deepEqual(await states(site, courses), {sent: 10});
    } finally {
        mails.fault(null);
        await site.sql(`UPDATE {task_scheduled} SET disabled = 1, faildelay = 0 ${where}`);
    }
    return '10 mails with the next run';
}
