import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {formatDiagnostic} from '../../build/diagnostics/diagnostic.ts';
import {browserMissing} from '../../build/diagnostics/checks.ts';
import {bringUpCell} from '../moodle/checks/bringUpCell.ts';
import {cellPlaces, chosenCells, isCellWord, type Cell} from '../moodle/checks/cells.ts';
import {ensureMachine} from '../moodle/machine.ts';
import {openPair} from '../moodle/pair.ts';
import {installPlugins} from '../moodle/plugins.ts';
import {placesOf, type Places} from '../moodle/places.ts';
import {PROJECT} from '../moodle/project.ts';
import {Refusal} from '../moodle/refusal.ts';
import {down} from '../moodle/programs.ts';
import {reset, up} from '../moodle/up.ts';
import {closeRun} from '../steps/closeRun.ts';
import {execute} from '../steps/execute.ts';
import {localBin} from '../steps/localBin.ts';
import {FAILED, SKIPPED, sumTallies, type Tally} from '../steps/tally.ts';
import {browserPrograms} from './browserPrograms.ts';

const RESULTS = join(PROJECT, '.cache', 'test', 'e2e.jsonl');
/** In this cell every story is told, also where nobody names a cell. */
const WHOLE = '405-mariadb';
const ANYTHING = {branches: {client: null, server: null}, database: null, php: {client: null, server: null}, sameIdentifier: false, clone: false};

/** The stories in a real browser: in the pair that stands, or in the cells of the matrix. Each begins with sites as on their first day. */
closeRun(await tellStories(process.argv.slice(2)).catch((problem: unknown): Tally => {
    if (!(problem instanceof Refusal)) {
        throw problem;
    }
    console.log(problem.message);
    return problem.diagnostic.code === 'missing-tree' ? SKIPPED : FAILED;
}));

async function tellStories(words: readonly string[]): Promise<Tally> {
    await ensureMachine(['browser'], console.log).catch(() => undefined);
    const programs = browserPrograms();
    if (programs.browser === null || programs.driver === null) {
        console.log(formatDiagnostic(browserMissing()));
        return SKIPPED;
    }
    const build = await execute(localBin('tsx'), ['build/cli.ts', '--zip'], {cwd: PROJECT, seconds: 120});
    if (build.code !== 0) {
        console.log(build.output);
        return FAILED;
    }
    const cells = words.filter(isCellWord);
    const forBrowser = words.filter(word => !isCellWord(word));
    const own = placesOf(process.env, PROJECT);
    if (cells.length === 0 && existsSync(join(own.state, 'pair.json'))) {
        await up(own, ANYTHING, console.log);
        await reset(openPair(own));
        return runBrowser(own, 'own', false, forBrowser);
    }
    const tallies: Tally[] = [];
    for (const cell of chosenCells(cells)) {
        tallies.push(await tellInCell(cell, cells.length === 0 && cell.name !== WHOLE, forBrowser));
    }
    return sumTallies(tallies);
}

async function tellInCell(cell: Cell, brief: boolean, forBrowser: readonly string[]): Promise<Tally> {
    const places = await cellPlaces(cell);
    console.log(`\n${cell.name}${brief ? ', the stories that may differ between versions of Moodle and databases' : ''}`);
    try {
        const {tally, detail} = await bringUpCell(cell, places);
        if (tally.passed === 0) {
            console.log(detail);
            return tally;
        }
        if (brief) {
            await installPlugins([openPair(places).client]);
        }
        return await runBrowser(places, cell.name, brief, forBrowser);
    } finally {
        await down(places);
        rmSync(places.state, {recursive: true, force: true});
    }
}

async function runBrowser(places: Places, pair: string, brief: boolean, args: readonly string[]): Promise<Tally> {
    mkdirSync(join(RESULTS, '..'), {recursive: true});
    writeFileSync(RESULTS, '');
    const env = {
        E2E_RESULTS: RESULTS, E2E_PAIR: pair, E2E_BRIEF: brief ? '1' : '', MOODLE_STATE: places.state, MOODLE_PORT: String(places.sites.client.port),
    };
    const done = await execute(localBin('wdio'), ['run', 'test/e2e/wdio.conf.ts', ...args], {cwd: PROJECT, seconds: 900, echo: true, env});
    const told = countResults(readFileSync(RESULTS, 'utf8'));
    // A browser that does not start, or a hook that throws, fails no single story.
    return done.code !== 0 && told.failed === 0 ? sumTallies([told, FAILED]) : told;
}

function countResults(lines: string): Tally {
    const states = lines.split('\n').filter(line => line !== '').map(line => (JSON.parse(line) as {state: keyof Tally}).state);
    const count = (state: keyof Tally): number => states.filter(one => one === state).length;
    return {passed: count('passed'), failed: count('failed'), skipped: count('skipped')};
}
