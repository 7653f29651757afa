import {createHash, randomUUID} from 'node:crypto';
import {mkdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs';
import type {BrowserModule, Minified} from './minify.ts';

const folder = new URL('../../node_modules/.cache/moodle-plugin-suite/amd/', import.meta.url);

/** What else a result hangs on: a change of the chain forgets everything. */
const CHAIN = ['package-lock.json', 'minify.ts', 'addModuleName.ts', 'browserChain.ts'];

let chain: string | undefined;

function entry({component, path, code}: BrowserModule): URL {
    chain ??= CHAIN.map(name => readFileSync(new URL(name, import.meta.url), 'utf8')).join('\0');
    const hash = createHash('sha256').update([chain, component, path, code].join('\0')).digest('hex');
    return new URL(`${hash}.json`, folder);
}

export function remembered(module: BrowserModule): Minified | null {
    try {
        return JSON.parse(readFileSync(entry(module), 'utf8')) as Minified;
    } catch {
        return null;
    }
}

/** Renamed into place: two builds at once never read half a file. */
export function remember(module: BrowserModule, made: Minified): void {
    mkdirSync(folder, {recursive: true});
    const draft = new URL(`${randomUUID()}.draft`, folder);
    writeFileSync(draft, JSON.stringify(made));
    renameSync(draft, entry(module));
}
