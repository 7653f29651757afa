import {closeRun} from '../../steps/closeRun.ts';
import {runLanes} from '../../steps/runLanes.ts';
import type {Step} from '../../steps/step.ts';
import {FAILED, SKIPPED, sumTallies} from '../../steps/tally.ts';
import {Refusal} from '../refusal.ts';
import {CELLS, chosenCells} from './cells.ts';
import {checkCell} from './checkCell.ts';
import {sharedSteps} from './sharedSteps.ts';
import {shipped} from './shipped.ts';

/** `npm run test:moodle [-- --all | 405-mariadb ...]`: what only a real Moodle can tell about the plugins. */
try {
    const cells = chosenCells(process.argv.slice(2));
    const all = await shipped();
    const plugins = all.filter(({alpha}) => !alpha);
    const made = all.filter(({alpha}) => alpha).map(({component}): Step => ({
        name: `${component}: an alpha, not looked at in a real Moodle`,
        run: () => Promise.resolve({tally: SKIPPED, detail: ''}),
    }));
    const tallies = [await runLanes([[...made, ...sharedSteps(plugins)]])];
    // MariaDB beside PostgreSQL: two cores, and no port or folder in common.
    tallies.push(...await Promise.all(['mariadb', 'pgsql'].map(async database => {
        const lane = [];
        for (const cell of cells.filter(one => one.database === database)) {
            lane.push(await checkCell(cell, plugins));
        }
        return sumTallies(lane);
    })));
    const left = CELLS.filter(cell => !cells.includes(cell)).map(cell => cell.name);
    console.log(left.length === 0 ? 'The whole matrix.' : `Not asked for: ${left.join(', ')} (--all for the whole matrix).`);
    closeRun(sumTallies(tallies));
} catch (problem) {
    console.error(problem instanceof Refusal || problem instanceof Error ? problem.message : problem);
    closeRun(FAILED);
}
