import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {brokenSnapshot} from '../diagnostics/manifest.ts';
import {filesBelow, type PluginFolder} from '../write/pluginFolder.ts';
import type {Released} from './schema.ts';

type Found = {readonly released: readonly Released[]; readonly problems: readonly Diagnostic[]};

/** The snapshots in the plugin's schema/, oldest first: <version>.json, each the tables of a version that people have. */
export async function releasedSchemas(folder: PluginFolder): Promise<Found> {
    const names = (await filesBelow(join(folder.path, 'schema'), 0)).filter(name => name.endsWith('.json'));
    const read = await Promise.all(names.map(async name => parse(name, await readFile(join(folder.path, 'schema', name), 'utf8'))));
    return {
        released: read.filter(one => one !== null).toSorted((a, b) => a.version - b.version),
        problems: names.filter((_, index) => read[index] === null).map(name => brokenSnapshot({file: `${folder.sources}/schema/${name}`, line: null})),
    };
}

function parse(name: string, text: string): Released | null {
    try {
        const {version, tables} = JSON.parse(text) as Partial<Released>;
        const isWhole = version === Number(name.replace('.json', '')) && typeof tables === 'object' && tables !== null
            && Object.values(tables).every(table => [table.fields, table.keys, table.indexes].every(part => typeof part === 'object'));
        return isWhole ? {version, tables} : null;
    } catch {
        return null;
    }
}
