import {$, $$, browser, expect} from '@wdio/globals';
import {keepScreenshot} from '../visit/keepScreenshot.ts';
import {expectSoundPage} from '../visit/pages.ts';
import {courseId, openCourse, openPath, settle, signIn} from '../visit/people.ts';

const BLOCK = 'section.block_course_notification';

describe('A learner sees what concerns them', () => {
    before(() => signIn('etudiant'));

    it('reads the block, in French', async () => {
        await expectSoundPage({path: `/course/view.php?id=${await courseId('cells')}`, ours: `${BLOCK} .card-body`, name: 'block-learner'});
        expect(await $('html').getAttribute('lang')).toBe('fr');
        expect(await $(BLOCK).getText()).not.toMatch(/Due today|\[\[/);
    });

    it('cannot open the pages of the managers', async () => {
        await openPath(`/blocks/course_notification/setup.php?id=${await courseId('cells')}`);
        await expect($('[data-region="setupform"]')).not.toBeExisting();
        await openPath(`/blocks/course_notification/report.php?id=${await courseId('cells')}`);
        await expect($('[data-region="core_reportbuilder/report"]')).not.toBeExisting();
        // A refused page says so in the console.
        await browser.getLogs('browser');
    });

    it('turns all notifications of the course off and on again', async () => {
        await openCourse('cells');
        const button = () => $(BLOCK).$('form button[type="submit"]');
        expect(await button().getText()).toBe('Ne plus recevoir les notifications de ce cours');
        await button().click();
        await settle();
        expect(await $('.block_course_notification-choose').getText()).toContain('Vous ne recevez aucune notification de');
        await expectSoundPage({path: `/blocks/course_notification/choose.php?id=${await courseId('cells')}`, ours: '.block_course_notification-choose', name: 'choose'});
        // No picture of themselves, with a button to write to themselves.
        await expect($('.page-header-image')).not.toBeExisting();
        await $('.block_course_notification-choose form button').click();
        await settle();
        expect(await $('.block_course_notification-choose').getText()).toContain('Vous recevez les notifications de');
    });

    it('comes to the message preferences from the block, and finds a switch for each notification', async () => {
        await openCourse('cells');
        await $(BLOCK).$('a').click();
        await settle();
        expect(await browser.getUrl()).toContain('/message/notificationpreferences.php');
        const rows = await $$('[data-preference-key^="message_provider_block_course_notification_"]').length;
        expect(rows).toBe(11);
        await keepScreenshot('learner-preferences');
    });
});
