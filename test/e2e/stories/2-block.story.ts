import {$, expect} from '@wdio/globals';
import {keepScreenshot} from '../visit/keepScreenshot.ts';
import {expectSoundPage} from '../visit/pages.ts';
import {openCourse, openPath, courseId, pair, settle, signIn} from '../visit/people.ts';
import {press} from '../visit/press.ts';

const BLOCK = '.block_course_notification';

describe('A teacher adds the block to a course', () => {
    before(() => signIn('teacher'));

    it('adds it with editing turned on, and sees it', async () => {
        const id = await courseId('cells');
        await openCourse('cells');
        await turnEditing(true);
        const key = await $('input[name="sesskey"]').getAttribute('value') ?? '';
        await openPath(`/course/view.php?id=${id}&bui_addblock=course_notification&sesskey=${key}`);
        await openCourse('cells');
        await expect($(BLOCK)).toBeExisting();
        await turnEditing(false);
    });

    it('is asked what becomes of that which is due already, with nothing that axe or a narrow screen would complain about', async () => {
        await expectSoundPage({path: `/course/view.php?id=${await courseId('cells')}`, ours: `section${BLOCK} .card-body`, name: 'block-start'});
        await openCourse('cells');
        await expect($(`${BLOCK} form[data-region="start"]`)).toBeExisting();
    });

    it('has it sent too, and is not asked again', async () => {
        await openCourse('cells');
        await $(`${BLOCK} input[value="withdue"]`).click();
        await press('Start');
        await openCourse('cells');
        await expect($('form[data-region="start"]')).not.toBeExisting();
    });

    it('reads in it what is due, with nothing that axe or a narrow screen would complain about', async () => {
        await expectSoundPage({path: `/course/view.php?id=${await courseId('cells')}`, ours: `section${BLOCK} .card-body`, name: 'block-manager'});
    });

    it('is told that nothing is sent before an admin enables the task', async () => {
        await openCourse('cells');
        expect(await $(BLOCK).getText()).toContain('No course notification is sent at present');
    });
});

describe('An admin reads the same notice', () => {
    before(() => signIn('admin'));

    it('finds the disabled task from it, and enables it', async () => {
        await openCourse('cells');
        await $(BLOCK).$('a*=Enable the task').click();
        await keepScreenshot('enable-task');
        await $('#id_disabled').click();
        await press('Save changes');
        const [task] = await pair.client.sql("SELECT disabled FROM {task_scheduled} WHERE classname LIKE '%notification_task'");
        expect(task).toEqual({disabled: '0'});
        await openCourse('cells');
        expect(await $(BLOCK).getText()).not.toContain('No course notification is sent');
    });
});

/** Turns editing on or off, and waits for the page that comes then. */
async function turnEditing(on: boolean): Promise<void> {
    await $('input[name="setmode"]').click();
    await $('body.editing').waitForExist({reverse: !on});
    await settle();
}
