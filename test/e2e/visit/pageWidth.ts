import {browser} from '@wdio/globals';

/** Does the work in a page as narrow as asked; a window cannot be made that narrow, but a screen can. */
export async function atWidth(width: number, work: () => Promise<void>): Promise<void> {
    const metrics = {width, height: 900, deviceScaleFactor: 1, mobile: false};
    await browser.sendCommandAndGetResult('Emulation.setDeviceMetricsOverride', metrics);
    try {
        await work();
    } finally {
        await browser.sendCommandAndGetResult('Emulation.clearDeviceMetricsOverride', {});
    }
}

/** By how many pixels the page, or what the selector finds, is wider than the screen. */
export async function overflow(selector: string): Promise<number> {
    return browser.execute((wanted: string) => {
        const right = [...document.querySelectorAll(wanted)].map(element => element.getBoundingClientRect().right);
        return Math.max(0, ...right.map(edge => Math.round(edge - document.documentElement.clientWidth)));
    }, selector);
}
