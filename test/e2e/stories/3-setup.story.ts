import {$, browser, expect} from '@wdio/globals';
import {focusIsSeen, tabTo} from '../visit/keyboard.ts';
import {keepScreenshot} from '../visit/keepScreenshot.ts';
import {onceTold} from '../visit/onceTold.ts';
import {pageFaults} from '../visit/pageFaults.ts';
import {expectSoundPage} from '../visit/pages.ts';
import {courseId, openCourse, openPath, pair, settle, signIn} from '../visit/people.ts';
import {press} from '../visit/press.ts';

const summary = (): Promise<string> => $('[data-region="summary"]').getText();
const bar = '[data-region="chart"] [data-family]';

describe('A teacher sets up the notifications of a course', () => {
    let path = '';

    before(async () => {
        await signIn('teacher');
        path = `/blocks/course_notification/setup.php?id=${await courseId('cells')}`;
    });

    it('comes to the page from the block', async () => {
        await openCourse('cells');
        await $('.block_course_notification').$('a*=Set up notifications').click();
        await settle();
        expect(await browser.getUrl()).toContain('/blocks/course_notification/setup.php');
        expect(await pageFaults()).toEqual([]);
    });

    it('sees nothing there that axe or a narrow screen would complain about', () =>
        expectSoundPage({path, ours: '.block_course_notification-setup', name: 'setup'}));

    onceTold('sees the forecast move when a notification is switched off, before anything is saved', async () => {
        await openPath(path);
        await $(bar).waitForExist();
        const before = await summary();
        await $('#id_inactive').click();
        await settle();
        await browser.waitUntil(async () => await summary() !== before, {timeoutMsg: `The forecast still says: ${before}`});
        await keepScreenshot('setup-forecast-moved');
        await $('#id_inactive').click();
        await browser.waitUntil(async () => await summary() === before);
    });

    onceTold('is told which field is wrong when a delay makes no sense', async () => {
        await openPath(path);
        await $('#id_firstcallafter').setValue('0');
        await $('#id_submitbutton').click();
        await settle();
        await expect($('#id_error_firstcallafter')).toBeDisplayed();
        expect(await $('#id_error_firstcallafter').getText()).toContain('whole number of days');
        await keepScreenshot('setup-refused');
    });

    it('opens a text in a window, with nothing of ours that axe or a narrow screen would complain about', async () => {
        await openPath(path);
        await $('#id_closed').click();
        await openText('firstassign');
        await keepScreenshot('setup-text');
        // What was changed on the page is still there behind the window.
        expect(await $('#id_closed').isSelected()).toBe(false);
    });

    it('puts a placeholder into the editor by a click, and sees it in the preview', async () => {
        await openPath(path);
        await openText('firstassign');
        await $('.modal iframe.tox-edit-area__iframe').waitForExist();
        await $('.modal [data-placeholders="en"] [data-putin="{{FIRSTNAME}}"]').click();
        await browser.waitUntil(() => browser.execute(() =>
            document.querySelector<HTMLIFrameElement>('.modal [data-region="mail"]')?.srcdoc.includes('>Tom<') ?? false));
        await keepScreenshot('setup-preview');
    });

    it('sees a new subject in the preview while it is written, and saves it without leaving the page', async () => {
        await openPath(path);
        await openText('firstassign');
        await $('.modal [data-subject="en"]').setValue('Welcome to {{COURSE}}, {{FIRSTNAME}}');
        await browser.waitUntil(async () => (await $('.modal [data-region="subject"]').getText()).startsWith('Welcome to Cells & tissues'));
        await $('.modal [data-action="save"]').click();
        await $('.modal').waitForExist({reverse: true});
        await settle();
        expect(await $('[data-text="firstassign"] [data-region="textstate"]').getText()).toContain('Own text: English');
    });

    onceTold('is refused a placeholder that nobody knows', async () => {
        await openPath(path);
        await openText('firstassign');
        await $('.modal [data-subject="en"]').setValue('Hello {{NAME}}');
        await $('.modal [data-action="save"]').click();
        await $('//*[starts-with(@id, "id_error_") and contains(., "Unknown placeholder")]').waitForDisplayed();
    });

    it('reaches the same form as a page, where there is no window', async () => {
        await expectSoundPage({
            path: `/blocks/course_notification/text.php?id=${await courseId('cells')}&signal=closed`, ours: '.block_course_notification-preview', name: 'text',
        });
    });

    onceTold('sends a test to nobody but themselves', async () => {
        await openPath(path);
        await openText('firstassign');
        pair.mails.clear();
        await $('.modal [data-action="sendtest"]').click();
        await browser.waitUntil(async () => (await $('.modal [data-region="outcome"]').getText()) !== '');
        expect(await $('.modal [data-region="outcome"]').getText()).toContain('teacher@example.com');
        expect(pair.mails.list({subject: '[Test]'}).map(mail => mail.to)).toEqual([['teacher@example.com']]);
    });

    it('is shown what somebody else chose meanwhile, and keeps both their own choice and what the other changed', async () => {
        await openPath(path);
        const older = await browser.getWindowHandle();
        await browser.newWindow(await browser.getUrl());
        await settle();
        await $('#id_firstcallafter').setValue('5');
        await $('#id_threedaystoend').click();
        await press('Save changes');
        await browser.closeWindow();
        await browser.switchToWindow(older);
        await $('#id_firstcallafter').setValue('6');
        await press('Save changes');
        expect(await $('#id_error_firstcallafter').getText()).toContain('5');
        await keepScreenshot('setup-conflict');
        await press('Save changes');
        expect(await $('.alert-success').getText()).toContain('Three days to the end');
        expect(await $('#id_firstcallafter').getValue()).toBe('6');
        expect(await $('#id_threedaystoend').isSelected()).toBe(true);
    });

    it('saves with the keyboard alone, and sees where the focus is', async () => {
        await openPath(path);
        await tabTo('#id_onedaytoend');
        expect(await focusIsSeen()).toBe(true);
        await browser.keys(' ');
        expect(await $('#id_onedaytoend').isSelected()).toBe(true);
        await tabTo('#id_submitbutton');
        expect(await focusIsSeen()).toBe(true);
        await browser.keys('Enter');
        await $('.alert-success').waitForExist();
        expect(await $('#id_onedaytoend').isSelected()).toBe(true);
    });
});

/** Opens the window that holds the texts of one notification. */
async function openText(signal: string): Promise<void> {
    await $(`[data-text="${signal}"] [data-action="opentext"]`).click();
    await $('.modal [data-subject="en"]').waitForDisplayed();
    await settle();
}
