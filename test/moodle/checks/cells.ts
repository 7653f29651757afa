import {join} from 'node:path';
import {badCell} from '../../../build/diagnostics/checks.ts';
import {portTaken} from '../../../build/diagnostics/harness.ts';
import {answers} from '../daemon.ts';
import type {DatabaseKind} from '../database.ts';
import {placesOf, type Places} from '../places.ts';
import {PROJECT} from '../project.ts';
import {Refusal} from '../refusal.ts';

/** One Moodle on one database. */
export type Cell = {
    readonly name: string;
    readonly branch: string;
    readonly database: DatabaseKind;
    /** Everything, or only what differs between databases and versions: installing and PHPUnit. */
    readonly depth: 'full' | 'brief';
};

export const CELLS: readonly Cell[] = [
    {name: '405-mariadb', branch: '405', database: 'mariadb', depth: 'full'},
    {name: '405-pgsql', branch: '405', database: 'pgsql', depth: 'full'},
    {name: '501-mariadb', branch: '501', database: 'mariadb', depth: 'full'},
    {name: '501-pgsql', branch: '501', database: 'pgsql', depth: 'brief'},
];

/** The cells that a command line names, or all. */
export function chosenCells(names: readonly string[]): readonly Cell[] {
    const stranger = names.find(name => !CELLS.some(cell => cell.name === name));
    if (stranger !== undefined) {
        throw new Refusal(badCell(stranger, CELLS.map(cell => cell.name)));
    }
    return names.length === 0 ? CELLS : CELLS.filter(cell => names.includes(cell.name));
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
