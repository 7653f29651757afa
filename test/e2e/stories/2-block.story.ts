import {$, expect} from '@wdio/globals';
import {axeFindings} from '../visit/axe.ts';
import {keepScreenshot} from '../visit/keepScreenshot.ts';
import {pageFaults} from '../visit/pageFaults.ts';
import {atWidth, overflow} from '../visit/pageWidth.ts';
import {openCourse, openPath, courseId, signIn} from '../visit/people.ts';

const BLOCK = '.block_course_notification';

describe('A teacher adds the block to a course', () => {
    before(() => signIn('teacher'));

    it('adds it with editing turned on, and sees it', async () => {
        const id = await courseId('cells');
        await openCourse('cells');
        await $('input[name="setmode"]').click();
        await openPath(`/course/view.php?id=${id}&bui_addblock=course_notification&sesskey=${await sesskey()}`);
        await openCourse('cells');
        await expect($(BLOCK)).toBeExisting();
        expect(await pageFaults()).toEqual([]);
        await keepScreenshot('block-manager');
    });

    it('finds nothing that axe would complain about', async () => {
        expect(await axeFindings(BLOCK)).toEqual([]);
    });

    it('reads it on a screen 320 pixels wide, with nothing cut off', async () => {
        await atWidth(320, async () => {
            await openCourse('cells');
            await keepScreenshot('block-manager-320');
            expect(await overflow(`${BLOCK} *`)).toBe(0);
        });
    });
});

async function sesskey(): Promise<string> {
    return await $('input[name="sesskey"]').getAttribute('value') ?? '';
}
