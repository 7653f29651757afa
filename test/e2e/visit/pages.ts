import {browser, expect} from '@wdio/globals';
import {axeFindings} from './axe.ts';
import {keepScreenshot} from './keepScreenshot.ts';
import {consoleErrors, pageFaults} from './pageFaults.ts';
import {atWidth, overflow} from './pageWidth.ts';
import {openBlocks, openPath} from './people.ts';

/** Where our markup is on a page, and what the page is called in the screenshots. */
export type OurPage = {readonly path: string; readonly ours: string; readonly name: string};

/** What every page of ours must stand: no complaint at full debugging, none of axe, and a screen 320 pixels wide. */
export async function expectSoundPage({path, ours, name}: OurPage): Promise<void> {
    // What is still loading of the page before complains when it is left.
    await browser.url('about:blank');
    await consoleErrors();
    await show(path);
    expect(await pageFaults()).toEqual([]);
    await keepScreenshot(name);
    expect(await axeFindings(ours)).toEqual([]);
    await atWidth(320, async () => {
        await show(path);
        await keepScreenshot(`${name}-320`);
        expect(await overflow(ours)).toBe(0);
    });
}

async function show(path: string): Promise<void> {
    await openPath(path);
    if (path.startsWith('/course/')) {
        await openBlocks();
    }
}
