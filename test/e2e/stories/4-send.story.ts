import {$, browser, expect} from '@wdio/globals';
import {keepScreenshot} from '../visit/keepScreenshot.ts';
import {onceTold} from '../visit/onceTold.ts';
import {expectSoundPage} from '../visit/pages.ts';
import {courseId, openPath, pair, settle, signIn, userId} from '../visit/people.ts';

const TASK = '\\block_course_notification\\task\\notification_task';

/** What was mailed, without Moodle's own word about each new sign-in. */
const notifications = (): ReturnType<typeof pair.mails.list> => pair.mails.list().filter(mail => !/sign in|connexion/.test(mail.subject));

describe('The task sends what is due', () => {
    before(async () => {
        pair.mails.clear();
        await pair.client.cron();
        await pair.client.task(TASK);
    });

    it('reaches learners, each in their own language, and nobody twice', async () => {
        const mails = notifications();
        const receivers = mails.map(mail => `${mail.to.join()} ${mail.subject}`);
        expect(mails.length).toBeGreaterThan(0);
        expect(new Set(receivers).size).toBe(receivers.length);
        expect(receivers.filter(receiver => receiver.startsWith('teacher@'))).toEqual([]);
        const [french] = pair.mails.list({to: 'etudiant@example.com'});
        expect(french?.subject).toMatch(/cours|accès|Cells/);
    });

    onceTold('sends nothing more when it runs again', async () => {
        pair.mails.clear();
        await pair.client.task(TASK);
        expect(notifications()).toEqual([]);
    });
});

describe('A teacher reads the report', () => {
    let path = '';

    before(async () => {
        await signIn('teacher');
        path = `/blocks/course_notification/report.php?id=${await courseId('cells')}`;
    });

    it('sees who got what, and nothing that axe or a narrow screen would complain about', async () => {
        await expectSoundPage({path, ours: '#region-main [role="main"]', name: 'report'});
        await openPath(path);
        const report = $('[data-region="core_reportbuilder/report"]');
        expect(await report.getText()).toContain('Étienne Dupré');
    });

    it('sees what is planned', async () => {
        await expectSoundPage({path: `${path}&view=due`, ours: '#region-main [role="main"]', name: 'report-planned'});
    });

    it('asks why one learner was not notified', async () => {
        const why = `/blocks/course_notification/why.php?id=${await courseId('cells')}&userid=${await userId('student')}`;
        await expectSoundPage({path: why, ours: '.block_course_notification-why', name: 'why'});
        await openPath(why);
        expect(await $('.block_course_notification-why').getText()).toMatch(/hears? from us|gets no mail|is planned|hears no more/);
    });

    onceTold('forgets what was sent only after a confirmation', async () => {
        const query = `SELECT COUNT(*) AS n FROM {block_course_notification_sent} WHERE courseid = ${await courseId('cells')}`;
        const before = await pair.client.sql(query);
        await openPath(`/blocks/course_notification/act.php?id=${await courseId('cells')}&act=reset`);
        await keepScreenshot('confirm');
        expect(await pair.client.sql(query)).toEqual(before);
        await $('.block_course_notification-confirm a').click();
        await settle();
        expect(await browser.getUrl()).toContain('report.php');
        expect(await pair.client.sql(query)).toEqual(before);
    });
});
