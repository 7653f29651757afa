import {$$, browser} from '@wdio/globals';

/** What a page at full debugging complains about: notices of PHP, and errors in the browser's console. */
export async function pageFaults(): Promise<string[]> {
    return [...await phpFaults(), ...await consoleErrors()];
}

export async function phpFaults(): Promise<string[]> {
    const notices = await $$('.debuggingmessage, .errorbox, .alert-danger[data-rel="fatalerror"]').map(element => element.getText());
    const source = await browser.getPageSource();
    return [...notices, ...[...source.matchAll(/<b>(Notice|Warning|Deprecated|Fatal error)<\/b>:[^\n]*/g)].map(found => found[0])];
}

/** Everything the console complains about, warnings too: for pages that have to be quite clean. Other hosts may be out of reach. */
export async function consoleComplaints(): Promise<string[]> {
    const isOurs = (message: string): boolean => !/^https?:\/\/(?!127\.0\.0\.1|localhost)\S+ - Failed to load resource: net::ERR_/.test(message);
    return (await browserLogs()).filter(({level, message}) => (level === 'SEVERE' || level === 'WARNING') && isOurs(message)).map(({message}) => message);
}

/** Each call tells what is new since the last one. */
export async function consoleErrors(): Promise<string[]> {
    return (await browserLogs()).filter(({level, message}) => level === 'SEVERE' && !/favicon|net::ERR_/.test(message)).map(({message}) => message);
}

async function browserLogs(): Promise<{level: string; message: string}[]> {
    return await browser.getLogs('browser') as {level: string; message: string}[];
}
