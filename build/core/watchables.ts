import {readFileSync} from 'node:fs';

/** An event or a hook of Moodle's own, and what an event extends where that is not \core\event\base. */
export type Watchable = {readonly name: string; readonly parent: string | null};
export type Listed = Watchable & {/** The releases that have it, of those that were looked at. */ readonly releases: readonly string[]};

const BASE = 'core\\event\\base';
const FILE = new URL('watchables.txt', import.meta.url);

let read: ReadonlyMap<string, Listed> | null = null;

/** What Moodle's own code lets one watch. test/core holds the list against the Moodle trees, and writes it. */
export function watchables(): ReadonlyMap<string, Listed> {
    read ??= parseList(readFileSync(FILE, 'utf8'));
    return read;
}

/** A line each: the name, `<` and the parent where there is one, and the releases where not all have it. */
export function parseList(text: string): ReadonlyMap<string, Listed> {
    const [head = '', ...lines] = text.trimEnd().split('\n');
    const all = head.split(' ');
    return new Map(lines.map(line => {
        const [names = '', releases] = line.split(' in ');
        const [name = '', parent = null] = names.split(' < ');
        return [name, {name, parent, releases: releases?.split(' ') ?? all}];
    }));
}

export function formatList(lists: ReadonlyMap<string, readonly Watchable[]>): string {
    const releases = [...lists.keys()];
    const found = new Map([...lists].flatMap(([, list]) => list.map(one => [one.name, one] as const)));
    const lines = [...found.keys()].sort().map(name => {
        const having = releases.filter(release => lists.get(release)?.some(one => one.name === name));
        const parent = found.get(name)?.parent ?? null;
        return `${name}${parent === null ? '' : ` < ${parent}`}${having.length === releases.length ? '' : ` in ${having.join(' ')}`}`;
    });
    return `${[releases.join(' '), ...lines].join('\n')}\n`;
}

/** The full name of the class that an event extends, read from its file; null for the base of all. */
export function nameParent(full: string, parent: string | undefined, text: string): string | null {
    if (parent === undefined) {
        return null;
    }
    const imported = new RegExp(`^use\\s+\\\\?([\\w\\\\]+\\\\${parent.replaceAll('\\', '\\\\')});`, 'm').exec(text)?.[1];
    const name = parent.startsWith('\\') ? parent.slice(1) : imported ?? `${full.slice(0, full.lastIndexOf('\\'))}\\${parent}`;
    return name === BASE ? null : name;
}
