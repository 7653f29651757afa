import {spawn} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Row} from '../table.ts';
import {watchMemory} from './peakMemory.ts';

export type Measured = {
    readonly what: string;
    readonly command: readonly [string, ...string[]];
    readonly cwd: string;
    readonly env?: Readonly<Record<string, string>>;
    /** The most seconds it may take. */
    readonly bar: number;
    readonly note?: string;
};

/** Runs a command once and measures it from outside, as the person who waits for it would. */
export async function measure({what, command: [program, ...args], cwd, env, bar, note}: Measured): Promise<Row> {
    const start = performance.now();
    const child = spawn(program, args, {cwd, env: {...process.env, ...env}, stdio: ['ignore', 'pipe', 'pipe']});
    const watch = watchMemory(child.pid ?? 0);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk: Buffer) => { output += chunk.toString(); });
    }
    const code = await new Promise<number>(resolve => {
        child.on('error', () => resolve(127));
        child.on('exit', status => resolve(status ?? 1));
    });
    const seconds = (performance.now() - start) / 1000;
    const last = output.trim().split('\n').at(-1)?.trim() ?? '';
    return {
        what, seconds, memory: watch.stop(), bar: `≤ ${bar} s`, met: code === 0 && seconds <= bar,
        note: code === 0 ? note ?? '' : `failed with ${code}: ${last}`,
    };
}

/** What the numbers were measured on. */
export function machine(): string {
    const info = readFileSync('/proc/cpuinfo', 'utf8');
    const cores = info.match(/^processor/gm)?.length ?? 0;
    const load = readFileSync(join('/proc', 'loadavg'), 'utf8').split(' ')[0] ?? '';
    return `${cores} cores, Node ${process.versions.node}, load ${load} at the start`;
}
