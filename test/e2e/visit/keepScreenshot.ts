import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {browser} from '@wdio/globals';
import {PROJECT} from '../../moodle/project.ts';

const FOLDER = join(PROJECT, 'test', 'e2e', 'screenshots', process.env['E2E_PAIR'] ?? 'own');

/** Keeps what the browser shows now, under a name that a person can read. */
export async function keepScreenshot(name: string): Promise<void> {
    mkdirSync(FOLDER, {recursive: true});
    await browser.saveScreenshot(join(FOLDER, `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.png`));
}
