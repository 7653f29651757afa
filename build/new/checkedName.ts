import {existsSync, readdirSync} from 'node:fs';
import {homedir} from 'node:os';
import {join} from 'node:path';
import {alreadyThere, badNewName, nameOfMoodle, noFrankenstyle, unknownType} from '../diagnostics/new.ts';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {HOMES} from '../manifest/model.ts';

export type NewName = {readonly component: string; readonly type: string; readonly name: string};

/** Tables, settings and capabilities bear the name in front of their own. */
const LONGEST = 30;

/** A plugin's name taken apart, or why nothing can be called so. */
export function checkedName(component: string, plugins: string): NewName | Diagnostic {
    const [, type, name] = /^([^_]+)_(.+)$/.exec(component) ?? [];
    if (type === undefined || name === undefined) {
        return noFrankenstyle(component, Object.keys(HOMES));
    }
    if (!Object.hasOwn(HOMES, type)) {
        return unknownType(component, type, Object.keys(HOMES));
    }
    if (!/^(?=..)[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name) || name.length > LONGEST) {
        return badNewName(name, LONGEST);
    }
    if (existsSync(join(plugins, component))) {
        return alreadyThere(component);
    }
    const tree = treesAtHand().find(folder => existsSync(join(folder, HOMES[type] ?? '', name)));
    return tree === undefined ? {component, type, name} : nameOfMoodle(component, tree);
}

/** Moodle trees that the harness works with: a plugin of Moodle's own must not be written over. */
function treesAtHand(): string[] {
    const cache = join(homedir(), '.cache/moodle-plugin-suite');
    const cached = existsSync(cache) ? readdirSync(cache).filter(name => /^moodle-\d+$/.test(name)).map(name => join(cache, name)) : [];
    return [process.env['MOODLE_DIR'], ...cached].filter(tree => tree !== undefined).flatMap(tree => [join(tree, 'public'), tree]);
}
