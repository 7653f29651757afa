import {rmSync} from 'node:fs';
import {runLanes} from '../../steps/runLanes.ts';
import {sumTallies, type Tally} from '../../steps/tally.ts';
import {openPair} from '../pair.ts';
import {down} from '../programs.ts';
import {bringUpCell} from './bringUpCell.ts';
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
            const outcome = await bringUpCell(cell, places);
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
