import {$, browser} from '@wdio/globals';
import {PASSWORD} from '../../moodle/fixture.ts';
import {openPair} from '../../moodle/pair.ts';

export const pair = openPair();
const site = pair.client;

/** Signs in at the client site, as somebody of the fixture. */
export async function signIn(username: string): Promise<void> {
    await browser.deleteCookies();
    await openPath('/login/index.php');
    await $('#username').setValue(username);
    await $('#password').setValue(PASSWORD);
    await $('#loginbtn').click();
    // The very first page of a fresh site compiles the theme.
    await $('body:not(.notloggedin)').waitForExist({timeout: 60_000});
}

export async function openPath(path: string): Promise<void> {
    await browser.url(`${site.url}${path}`);
    await settle();
}

export async function openCourse(shortname: string): Promise<void> {
    await openPath(`/course/view.php?id=${await courseId(shortname)}`);
    await openBlocks();
}

/** Boost keeps the blocks in a drawer, which is closed at first. */
export async function openBlocks(): Promise<void> {
    const drawer = $('#theme_boost-drawers-blocks');
    if (await drawer.isExisting() && !await drawer.isDisplayed()) {
        await $('[data-action="toggle"][data-target="theme_boost-drawers-blocks"]').click();
        await drawer.waitForDisplayed();
        // It slides in.
        await browser.waitUntil(async () => (await drawer.getLocation('x')) + (await drawer.getSize('width')) <= await browser.execute(() => innerWidth) + 1);
    }
}

export async function courseId(shortname: string): Promise<number> {
    return firstNumber(`SELECT id FROM {course} WHERE shortname = '${shortname}'`);
}

export async function userId(username: string): Promise<number> {
    return firstNumber(`SELECT id FROM {user} WHERE username = '${username}'`);
}

/** Waits until Moodle says that nothing is under way: its own modules and ours hold a core/pending while they work. */
export async function settle(): Promise<void> {
    let held: readonly string[] = [];
    await browser.waitUntil(async () => {
        held = await browser.execute(() => {
            const moodle = (window as unknown as {M?: {util?: {pending_js?: string[]}}}).M;
            return [...document.readyState === 'complete' ? [] : [document.readyState], ...moodle?.util?.pending_js ?? []];
        });
        return held.length === 0;
    }).catch(() => {
        throw new Error(`The page never came to rest: ${held.join(', ')}`);
    });
}

async function firstNumber(query: string): Promise<number> {
    const [row] = await site.sql(query);
    return Number(row === undefined ? NaN : Object.values(row)[0]);
}
