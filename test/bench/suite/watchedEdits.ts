import {spawn} from 'node:child_process';
import {existsSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Row} from '../table.ts';

const BAR = 1;
/** The first edit of a kind loads its compiler; people wait for those that follow. */
const EDITS = 5;

const KINDS: readonly [kind: string, folder: string, pattern: RegExp, edit: (text: string, turn: number) => string][] = [
    ['a rule', 'rules', /(?<!\.test)\.ts$/, (text, turn) => `${text}\n/** Edit ${turn}. */\nexport const EDIT_${turn} = ${turn};\n`],
    ['a browser module', 'amd', /(?<!\.test)\.ts$/, (text, turn) => `${text}\n/** Edit. */\nexport const edit${turn} = ${turn};\n`],
    ['the manifest', '', /^manifest\.ts$/, (text, turn) => text.replace(/release: '[^']*'/, `release: '9.9.${turn}'`)],
    ['a string', 'lang', /^en\.ts$/, (text, turn) => text.replace(/pluginname: '[^']*'/, `pluginname: 'Edit ${turn}'`)],
    ['a template', 'templates', /\.mustache$/, (text, turn) => `${text}<!-- ${turn} -->\n`],
    ['PHP', 'php/classes/local', /\.php$/, (text, turn) => `${text}// Edit ${turn}.\n`],
];

/** From the save of a file to the plugin written again, while `build --watch` runs: the median of some edits of each kind. */
export async function watchedEdits(project: string): Promise<Row[]> {
    const [component] = readdirSync(join(project, 'plugins')).filter(name => existsSync(join(project, 'plugins', name, 'manifest.ts'))).sort();
    if (component === undefined) {
        return [];
    }
    const child = spawn('node_modules/.bin/tsx', ['build/cli.ts', '--watch', component], {cwd: project, stdio: ['ignore', 'pipe', 'pipe']});
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk: Buffer) => {
            output += chunk.toString();
        });
    }
    const said = async (text: RegExp, from = 0): Promise<void> => {
        for (const end = Date.now() + 60_000; !text.test(output.slice(from)); await new Promise(resolve => setTimeout(resolve, 5))) {
            if (Date.now() > end || child.exitCode !== null) {
                throw new Error(`The watch did not say ${String(text)}:\n${output}`);
            }
        }
    };
    try {
        await said(/Watching/);
        const rows: Row[] = [];
        for (const [kind, folder, pattern, edit] of KINDS) {
            const file = firstFile(join(project, 'plugins', component, folder), pattern);
            rows.push(...file === null ? [] : [await edits(`${component} written again, while watched, after an edit of ${kind}`, file, edit, from => said(/ in [\d.]+ s/, from), () => output.length)]);
        }
        return rows;
    } finally {
        child.kill();
    }
}

async function edits(
    what: string, file: string, edit: (text: string, turn: number) => string, written: (from: number) => Promise<void>, now: () => number,
): Promise<Row> {
    const original = readFileSync(file, 'utf8');
    const times: number[] = [];
    for (let turn = 0; turn <= EDITS; turn++) {
        const [from, start] = [now(), performance.now()];
        writeFileSync(file, edit(original, turn));
        await written(from);
        times.push((performance.now() - start) / 1000);
        await new Promise(resolve => setTimeout(resolve, 200));
    }
    const [from] = [now()];
    writeFileSync(file, original);
    await written(from);
    const [first = 0, ...others] = times;
    const seconds = others.toSorted((a, b) => a - b)[Math.floor(EDITS / 2)] ?? 0;
    return {what, seconds, bar: `≤ ${BAR} s`, met: seconds <= BAR, note: `the first one ${first.toFixed(2)} s`};
}

function firstFile(folder: string, pattern: RegExp): string | null {
    const names = existsSync(folder) ? readdirSync(folder, {recursive: true, encoding: 'utf8'}).sort() : [];
    const name = names.find(one => pattern.test(one));
    return name === undefined ? null : join(folder, name);
}
