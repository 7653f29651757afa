import {existsSync, readdirSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';

/** A folder of rules, of a plugin, of a part or of a golden case. */
export type RuleFolder = {readonly component: string; readonly path: string; readonly vectors: string | null};

const below = (folder: string): readonly string[] =>
    existsSync(folder) ? readdirSync(folder).sort().map(name => join(folder, name)) : [];

/** All folders that hold rules, from the project's folder. */
export function ruleFolders(): readonly RuleFolder[] {
    const plugins = below('plugins').map(folder => ({component: basename(folder), path: join(folder, 'rules'), vectors: join(folder, 'vectors')}));
    const parts = below('build/parts').map(folder => ({component: `part_${basename(folder)}`, path: join(folder, 'rules'), vectors: join(folder, 'vectors')}));
    return [...plugins, ...parts, ...goldenFolders()].filter(folder => existsSync(folder.path));
}

export function goldenFolders(): readonly RuleFolder[] {
    return below('test/golden/rules')
        .map(folder => ({component: 'local_golden', path: join(folder, 'rules'), vectors: null}))
        .filter(folder => basename(dirname(folder.path)) !== 'broken' && existsSync(folder.path));
}
