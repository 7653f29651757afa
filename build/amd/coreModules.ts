import {readdirSync, readFileSync} from 'node:fs';

const folder = new URL('../types/moodle/', import.meta.url);

let names: ReadonlySet<string> | undefined;

/** The names of Moodle's modules that build/types/moodle describes. */
export function coreModules(): ReadonlySet<string> {
    names ??= new Set(readdirSync(folder)
        .filter(file => file.endsWith('.d.ts'))
        .map(file => readFileSync(new URL(file, folder), 'utf8'))
        .flatMap(text => [...text.matchAll(/^declare module '([^']+)'/gm)].map(([, name]) => name ?? '')));
    return names;
}
