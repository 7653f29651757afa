import {existsSync} from 'node:fs';
import {delimiter, join} from 'node:path';

export type BrowserPrograms = {readonly browser: string | null; readonly driver: string | null};

/** Chromium and its driver: the ones that CHROME_BIN and CHROMEDRIVER_BIN name, or those on the PATH. */
export function browserPrograms(env: Readonly<Record<string, string | undefined>> = process.env): BrowserPrograms {
    const folders = (env['PATH'] ?? '').split(delimiter);
    const find = (names: readonly string[]): string | null =>
        names.flatMap(name => folders.map(folder => join(folder, name))).find(existsSync) ?? null;
    return {
        browser: env['CHROME_BIN'] ?? find(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']),
        driver: env['CHROMEDRIVER_BIN'] ?? find(['chromedriver']),
    };
}
