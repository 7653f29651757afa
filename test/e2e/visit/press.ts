import {$} from '@wdio/globals';
import {settle} from './people.ts';

/** Presses the button or link with this text, and waits for what it does. */
export async function press(label: string): Promise<void> {
    await button(label).click();
    await settle();
}

/** A button or a link by what people read on it. */
export function button(label: string): ReturnType<typeof $> {
    const text = `normalize-space()="${label}"`;
    return $(`//button[${text}] | //input[(@type="submit" or @type="button") and @value="${label}"] | //a[${text}]`);
}
