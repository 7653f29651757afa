import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {formatDiagnostic} from '../../build/diagnostics/diagnostic.ts';
import {browserMissing} from '../../build/diagnostics/checks.ts';
import {ensureMachine} from '../moodle/machine.ts';
import {openPair} from '../moodle/pair.ts';
import {placesOf} from '../moodle/places.ts';
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
const places = placesOf(process.env, PROJECT);

/** The stories in a real browser, against a pair that is as on its first day. */
closeRun(await tellStories().catch((problem: unknown): Tally => {
    if (!(problem instanceof Refusal)) {
        throw problem;
    }
    console.log(problem.message);
    return problem.diagnostic.code === 'missing-tree' ? SKIPPED : FAILED;
}));

async function tellStories(): Promise<Tally> {
    await ensureMachine(['browser'], console.log).catch(() => undefined);
    const programs = browserPrograms();
    if (programs.browser === null || programs.driver === null) {
        console.log(formatDiagnostic(browserMissing()));
        return SKIPPED;
    }
    const stoodBefore = existsSync(join(places.state, 'pair.json'));
    await up(places, {branches: {client: null, server: null}, database: null, php: null, clone: false}, console.log);
    try {
        await reset(openPair(places));
        return await runBrowser();
    } finally {
        if (!stoodBefore) {
            await down(places);
        }
    }
}

async function runBrowser(): Promise<Tally> {
    const build = await execute(localBin('tsx'), ['build/cli.ts', '--zip'], {cwd: PROJECT, seconds: 120});
    if (build.code !== 0) {
        console.log(build.output);
        return FAILED;
    }
    mkdirSync(join(RESULTS, '..'), {recursive: true});
    writeFileSync(RESULTS, '');
    const args = ['run', 'test/e2e/wdio.conf.ts', ...process.argv.slice(2)];
    const done = await execute(localBin('wdio'), args, {cwd: PROJECT, seconds: 900, echo: true, env: {E2E_RESULTS: RESULTS}});
    const told = countResults(readFileSync(RESULTS, 'utf8'));
    // A browser that does not start, or a hook that throws, fails no single story.
    return done.code !== 0 && told.failed === 0 ? sumTallies([told, FAILED]) : told;
}

function countResults(lines: string): Tally {
    const states = lines.split('\n').filter(line => line !== '').map(line => (JSON.parse(line) as {state: keyof Tally}).state);
    const count = (state: keyof Tally): number => states.filter(one => one === state).length;
    return {passed: count('passed'), failed: count('failed'), skipped: count('skipped')};
}
