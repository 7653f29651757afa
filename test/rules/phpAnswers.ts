import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Call} from './call.ts';

const RUNNER = fileURLToPath(new URL('runCalls.php', import.meta.url));

/** What PHP answers to each call, as JSON text; `!` and the error where it throws or warns. One process for all calls. */
export function phpAnswers(files: ReadonlyMap<string, string>, calls: readonly Call[]): readonly string[] {
    const folder = mkdtempSync(join(tmpdir(), 'rules-'));
    try {
        const paths = [...files].map(([path, text]) => written(join(folder, path), text));
        const input = calls.map(call => `${JSON.stringify([call.phpClass, call.phpName, call.given])}\n`).join('');
        const run = spawnSync('php', ['-d', 'memory_limit=512M', RUNNER, ...paths], {input, encoding: 'utf8', maxBuffer: 1 << 30});
        const answers = run.stdout.split('\n').slice(0, -1);
        if (run.status !== 0 || answers.length !== calls.length) {
            throw new Error(`php answered ${answers.length} of ${calls.length} calls. ${run.stderr}${answers.at(-1) ?? ''}`);
        }
        return answers;
    } finally {
        rmSync(folder, {recursive: true});
    }
}

function written(path: string, text: string): string {
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, text);
    return path;
}
