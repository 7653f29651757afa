import {existsSync, rmSync} from 'node:fs';
import {databaseForChecksMissing, treeForChecksMissing} from '../../../build/diagnostics/checks.ts';
import {formatDiagnostic} from '../../../build/diagnostics/diagnostic.ts';
import {runLanes} from '../../steps/runLanes.ts';
import type {Outcome} from '../../steps/step.ts';
import {FAILED, PASSED, SKIPPED, sumTallies, type Tally} from '../../steps/tally.ts';
import {openPair} from '../pair.ts';
import {Refusal} from '../refusal.ts';
import type {Places} from '../places.ts';
import {down} from '../programs.ts';
import {up} from '../up.ts';
import {treeCandidates} from '../tree.ts';
import {cellPlaces, type Cell} from './cells.ts';
import {cellSteps} from './cellSteps.ts';
import type {Shipped} from './shipped.ts';

/** Brings up a pair for one cell of the matrix, checks everything in it, and takes it down again. */
export async function checkCell(cell: Cell, plugins: readonly Shipped[]): Promise<Tally> {
    const places = await cellPlaces(cell);
    let stands = false;
    const pairStep = {
        name: `${cell.name}: a fresh pair of sites`,
        run: async () => {
            const outcome = await bringUp(cell, places);
            stands = outcome.tally.passed > 0;
            return outcome;
        },
    };
    try {
        const tally = await runLanes([[pairStep]]);
        return stands ? sumTallies([tally, await runLanes([cellSteps(cell, openPair(places), plugins)])]) : tally;
    } finally {
        await down(places);
        rmSync(places.state, {recursive: true, force: true});
    }
}

async function bringUp(cell: Cell, places: Places): Promise<Outcome> {
    if (!treeCandidates('client', cell.branch, process.env, places.cache).some(existsSync)) {
        const release = `${cell.branch[0]}.${Number(cell.branch.slice(1))}`;
        return {tally: SKIPPED, detail: formatDiagnostic(treeForChecksMissing(release, cell.branch))};
    }
    await down(places);
    rmSync(places.state, {recursive: true, force: true});
    try {
        await up(places, {branches: {client: cell.branch, server: cell.branch}, database: cell.database, php: null, clone: false}, () => undefined);
        return {tally: PASSED, detail: ''};
    } catch (problem) {
        if (problem instanceof Refusal && ['missing-database', 'folder-out-of-reach', 'branch-differs', 'old-php'].includes(problem.diagnostic.code)) {
            return {tally: SKIPPED, detail: formatDiagnostic(databaseForChecksMissing(problem.message))};
        }
        return {tally: FAILED, detail: String(problem)};
    }
}
