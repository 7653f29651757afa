import {existsSync, rmSync} from 'node:fs';
import {cellNotHere, treeForChecksMissing} from '../../../build/diagnostics/checks.ts';
import {formatDiagnostic} from '../../../build/diagnostics/diagnostic.ts';
import type {Outcome} from '../../steps/step.ts';
import {FAILED, PASSED, SKIPPED} from '../../steps/tally.ts';
import {ensureMachine} from '../machine.ts';
import {phpVersion} from '../php.ts';
import {SITE_NAMES, type Places, type SiteName} from '../places.ts';
import {down} from '../programs.ts';
import {Refusal} from '../refusal.ts';
import {requirementsOf, runsUnder} from '../requirements.ts';
import {readTree, treeCandidates} from '../tree.ts';
import {up} from '../up.ts';
import type {Cell} from './cells.ts';

/** What a machine may lack without anything being wrong with the plugins. */
const NOT_HERE = ['missing-database', 'folder-out-of-reach', 'missing-php', 'missing-php-extension', 'php-not-to-be-had', 'php-does-not-fit', 'database-too-old'];

/** The versions of PHP for Moodles that do not run under the machine's own: each runs under one of them. */
const OTHER_PHPS = ['8.2', '8.4'];

/** The machine's own PHP where the Moodle runs under it, else another one. */
async function phpOfCell(cell: Cell, places: Places): Promise<Record<SiteName, string | null>> {
    await ensureMachine(['php'], () => undefined);
    const own = await phpVersion(places.sites.client);
    const php = (name: SiteName): string | null => {
        const [dir] = treeCandidates(name, cell.branches[name], process.env, places.cache);
        const asked = requirementsOf(readTree(dir ?? ''));
        return runsUnder(own, asked) ? null : OTHER_PHPS.find(version => runsUnder(version, asked)) ?? null;
    };
    return {client: php('client'), server: php('server')};
}

function releaseOf(branch: string): string {
    return `${branch[0]}.${Number(branch.slice(1))}`;
}

/** A fresh pair of sites for one cell; what this machine cannot bring up is skipped, with what to install. */
export async function bringUpCell(cell: Cell, places: Places): Promise<Outcome> {
    for (const name of SITE_NAMES) {
        const branch = cell.branches[name];
        const tree = treeCandidates(name, branch, process.env, places.cache).find(existsSync);
        if (tree === undefined || readTree(tree).branch !== branch) {
            return {tally: SKIPPED, detail: formatDiagnostic(treeForChecksMissing(releaseOf(branch), branch))};
        }
    }
    await down(places);
    rmSync(places.state, {recursive: true, force: true});
    try {
        await up(places, {branches: cell.branches, database: cell.database, php: await phpOfCell(cell, places), sameIdentifier: false, clone: false}, () => undefined);
        return {tally: PASSED, detail: ''};
    } catch (problem) {
        if (problem instanceof Refusal && NOT_HERE.includes(problem.diagnostic.code)) {
            return {tally: SKIPPED, detail: formatDiagnostic(cellNotHere(cell.name, problem.message))};
        }
        return {tally: FAILED, detail: String(problem)};
    }
}
