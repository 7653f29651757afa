import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {nameParent, type Watchable} from '../../build/core/watchables.ts';

/** The events and hooks that a Moodle tree declares and that one can watch, with what an event extends. Only Moodle's own plugins count. */
export function watchableClasses(webDir: string): readonly Watchable[] {
    return componentDirs(webDir).flatMap(dir => ['event', 'hook'].flatMap(kind => phpBelow(join(webDir, dir, 'classes', kind)).flatMap(classOf)))
        .sort((one, other) => (one.name < other.name ? -1 : 1));
}

function componentDirs(webDir: string): readonly string[] {
    const json = (file: string): Record<string, never> => JSON.parse(readFileSync(libFile(webDir, file), 'utf8')) as Record<string, never>;
    const {subsystems, plugintypes} = json('components.json') as {readonly [part: string]: Readonly<Record<string, string | null>>};
    const {standard} = json('plugins.json') as {readonly [part: string]: Readonly<Record<string, readonly string[]>>};
    const types: Record<string, string> = {...plugintypes as Record<string, string>, ...subpluginTypes(webDir, standard?.['mod'] ?? [], 'mod')};
    return [
        'lib',
        ...Object.values(subsystems ?? {}).filter(dir => dir !== null),
        ...Object.entries(standard ?? {}).flatMap(([type, names]) => names.map(name => `${types[type] ?? type}/${name}`)),
    ].map(inWebRoot);
}

/** Since 5.1 what is no page stands beside the web root. */
function libFile(webDir: string, file: string): string {
    const inside = join(webDir, 'lib', file);
    return existsSync(inside) ? inside : join(webDir, '../lib', file);
}

/** Since 5.1 the paths in core's lists begin with the web root. */
const inWebRoot = (dir: string): string => dir.replace(/^public\//, '');

function subpluginTypes(webDir: string, names: readonly string[], home: string): Record<string, string> {
    const lists = names.map(name => join(webDir, home, name, 'db/subplugins.json')).filter(file => existsSync(file));
    return Object.assign({}, ...lists.map(file => (JSON.parse(readFileSync(file, 'utf8')) as {plugintypes: object}).plugintypes)) as Record<string, string>;
}

function phpBelow(dir: string): readonly string[] {
    return existsSync(dir) ? readdirSync(dir, {recursive: true, encoding: 'utf8'}).filter(file => file.endsWith('.php')).map(file => join(dir, file)) : [];
}

function classOf(file: string): readonly Watchable[] {
    const text = readFileSync(file, 'utf8');
    const namespace = /^namespace\s+([\w\\]+);/m.exec(text)?.[1];
    const [, name, parent] = /^(?:final\s+|readonly\s+)*class\s+(\w+)(?:\s+extends\s+([\w\\]+))?/m.exec(text) ?? [];
    if (namespace === undefined || name === undefined) {
        return [];
    }
    const full = `${namespace}\\${name}`;
    const isEvent = /\\event(\\|$)/.test(namespace);
    // What extends nothing there serves the events and is none.
    return isEvent && parent === undefined ? [] : [{name: full, parent: isEvent ? nameParent(full, parent, text) : null}];
}
