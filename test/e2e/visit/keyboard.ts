import {browser} from '@wdio/globals';

const MOST_STEPS = 300;

/** Walks with the Tab key until the focus is where the selector says; throws where it never comes there. */
export async function tabTo(selector: string): Promise<void> {
    for (let step = 0; step < MOST_STEPS; step++) {
        await browser.keys('Tab');
        if (await browser.execute((wanted: string) => document.activeElement?.matches(wanted) === true, selector)) {
            return;
        }
    }
    throw new Error(`${MOST_STEPS} steps with the Tab key did not lead to ${selector}`);
}

/** Whether people see where the focus is: an outline, a shadow or a frame that is only there with the focus. */
export async function focusIsSeen(): Promise<boolean> {
    return browser.execute(() => {
        const element = document.activeElement as HTMLElement;
        const look = (): string => {
            const {outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor} = getComputedStyle(element);
            return [outlineStyle === 'none' ? '' : outlineWidth, boxShadow, borderColor, backgroundColor].join();
        };
        // What fades in is not there yet when it is asked for at once.
        element.style.transition = 'none';
        const focused = look();
        element.blur();
        const plain = look();
        element.focus();
        return focused !== plain;
    });
}
