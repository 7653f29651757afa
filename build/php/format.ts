import {createHash} from 'node:crypto';
import {mkdir, readFile, rename, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {fixUps} from './fixUps.ts';
import {meaningOf} from './meaning.ts';

/** Part of the cache's key: raise it when what comes out for the same text changes. */
const EDITION = 'prettier 3.10.1, plugin-php 0.25.0, fix-ups 1';

const CACHE = join(import.meta.dirname, '../../node_modules/.cache/moodle-plugin-suite/php');

const OPTIONS = {
    parser: 'php',
    braceStyle: '1tbs',
    phpVersion: '8.1',
    tabWidth: 4,
    printWidth: 132,
    singleQuote: true,
} as const;

export class FormatChangesMeaning extends Error {}

/** PHP in Moodle's coding style. The same text is formatted once only, even from one build to the next. */
export async function formatPhp(text: string, file: string): Promise<string> {
    const cached = join(CACHE, `${createHash('sha256').update(EDITION).update(text).digest('hex')}.php`);
    const known = await readFile(cached, 'utf8').catch(() => null);
    if (known !== null) {
        return known;
    }
    const formatted = await formatAnew(text, file);
    await keep(cached, formatted);
    return formatted;
}

async function formatAnew(text: string, file: string): Promise<string> {
    const {format} = await import('prettier');
    const printed = await format(text, {...OPTIONS, plugins: [new URL(import.meta.resolve('@prettier/plugin-php'))]});
    const formatted = fixUps(printed, file);
    if (meaningOf(text, file) !== meaningOf(formatted, file)) {
        throw new FormatChangesMeaning(file);
    }
    return formatted;
}

/** Renamed into place, so that a build that is cut off leaves no half file behind. */
async function keep(path: string, text: string): Promise<void> {
    await mkdir(CACHE, {recursive: true});
    const draft = `${path}.${process.pid}`;
    await writeFile(draft, text);
    await rename(draft, path);
}
