import {join} from 'node:path';
import {badCell} from '../../../build/diagnostics/checks.ts';
import {portTaken} from '../../../build/diagnostics/harness.ts';
import {answers} from '../daemon.ts';
import type {DatabaseKind} from '../database.ts';
import {placesOf, type Places, type SiteName} from '../places.ts';
import {PROJECT} from '../project.ts';
import {Refusal} from '../refusal.ts';

/** A client and a server on one database. */
export type Cell = {
    readonly name: string;
    readonly branches: Readonly<Record<SiteName, string>>;
    readonly database: DatabaseKind;
    /** Everything, or only what differs between databases and versions: installing and PHPUnit. */
    readonly depth: 'full' | 'brief';
    /** Whether it is looked at where nobody asks for more: those together have each Moodle, each PHP and each database. */
    readonly always: boolean;
};

const ALL = '--all';

export const CELLS: readonly Cell[] = [
    cell('405', '405', 'mariadb', 'full', true),
    cell('501', '501', 'pgsql', 'full', true),
    cell('502', '405', 'pgsql', 'brief', true),
    cell('405', '405', 'pgsql', 'full', false),
    cell('501', '501', 'mariadb', 'full', false),
    cell('502', '502', 'mariadb', 'full', false),
    cell('502', '502', 'pgsql', 'full', false),
    cell('405', '501', 'mariadb', 'brief', false),
];

function cell(client: string, server: string, database: DatabaseKind, depth: Cell['depth'], always: boolean): Cell {
    return {name: [client, ...server === client ? [] : [server], database].join('-'), branches: {client, server}, database, depth, always};
}

/** Whether a word of a command line speaks of cells. */
export function isCellWord(word: string): boolean {
    return word === ALL || CELLS.some(cell => cell.name === word);
}

/** The cells that a command line names: by name, all with `--all`, or those that are always looked at. */
export function chosenCells(words: readonly string[]): readonly Cell[] {
    if (words.includes(ALL)) {
        return CELLS;
    }
    const stranger = words.find(name => !CELLS.some(one => one.name === name));
    if (stranger !== undefined) {
        throw new Refusal(badCell(stranger, CELLS.map(one => one.name)));
    }
    return CELLS.filter(one => words.length === 0 ? one.always : words.includes(one.name));
}

/** Each cell has a pair of its own, beside the one people work with, on the first ten ports that nobody uses. */
export async function cellPlaces(cell: Cell): Promise<Places> {
    const state = join(process.env['MOODLE_STATE'] ?? join(PROJECT, '.moodle'), 'checks', cell.name);
    const first = Number(process.env['MOODLE_PORT'] ?? 8480) + 20 + 10 * CELLS.indexOf(cell);
    for (let port = first; port < first + 40 * CELLS.length; port += 10 * CELLS.length) {
        if (await areFree(port)) {
            return placesOf({...process.env, MOODLE_STATE: state, MOODLE_PORT: String(port)}, PROJECT);
        }
    }
    throw new Refusal(portTaken(first, cell.name));
}

async function areFree(first: number): Promise<boolean> {
    const taken = await Promise.all(Array.from({length: 10}, (_, at) => answers(first + at)));
    return !taken.includes(true);
}
