import {appendFileSync, existsSync, mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {homedir, tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {listSources} from './listSources.ts';
import type {Row, Table} from '../table.ts';
import {copyProject} from './copyProject.ts';
import {machine, measure} from './measure.ts';
import {watchedEdits} from './watchedEdits.ts';

const PORT = '8590';

/** The tool itself: how long people wait for it, against the bars that were set for two cores. */
export async function bench(): Promise<Table> {
    const title = `The tool itself (${machine()})`;
    const work = mkdtempSync(join(tmpdir(), 'suite-bench-'));
    try {
        const project = join(work, 'project');
        copyProject(project);
        return {title, rows: [...await builds(project), ...await pair(project, work)]};
    } finally {
        rmSync(work, {recursive: true, force: true});
    }
}

async function builds(project: string): Promise<Row[]> {
    const tsx = 'node_modules/.bin/tsx';
    const build = (what: string, bar: number, args: readonly string[] = []): Promise<Row> =>
        measure({what, command: [tsx, 'build/cli.ts', ...args], cwd: project, bar});
    const rows = [await build('cold build of all plugins, with zips', 10, ['--zip']), await build('build with nothing changed', 1)];
    for (const {component, kind, file} of listSources(project)) {
        appendFileSync(file, '\n// An edit.\n');
        rows.push(await build(`${component} again after an edit of ${kind}`, 1, [component]));
    }
    rows.push(...await watchedEdits(project));
    rows.push(await measure({what: 'npm test', command: ['npm', 'test'], cwd: project, bar: 90}));
    return rows;
}

async function pair(project: string, work: string): Promise<Row[]> {
    const tree = resolve(process.env['MOODLE_DIR'] ?? join(homedir(), '.cache', 'moodle-plugin-suite', 'moodle-405'));
    if (!existsSync(tree)) {
        return [{what: 'pair of sites', note: 'skipped: no Moodle tree; set MOODLE_DIR'}];
    }
    // A home of its own holds no snapshot yet: the first time is really the first.
    const home = join(work, 'home');
    mkdirSync(home);
    const env = {HOME: home, MOODLE_DIR: tree, MOODLE_STATE: join(work, 'pair'), MOODLE_PORT: PORT};
    const moodle = (what: string, bar: number, ...args: string[]): Promise<Row> =>
        measure({what, command: ['node_modules/.bin/tsx', 'test/moodle/cli.ts', ...args], cwd: project, env, bar});
    try {
        const first = await moodle('pair up, the first time', 180, 'up');
        await moodle('', 60, 'down', '--remove');
        const again = await moodle('pair up from the snapshot', 20, 'up');
        await moodle('', 60, 'down');
        return [first, again, await moodle('pair up where it stands', 20, 'up'), await moodle('reset', 10, 'reset')];
    } finally {
        await moodle('', 60, 'down', '--remove');
    }
}
