import {spawn, type ChildProcess, type StdioOptions} from 'node:child_process';
import {PHP_OPTIONS} from './phpOptions.ts';
import type {Site} from './site.ts';

/** A PHP of a site in a process of its own, to be watched or killed. */
export function startPhp(site: Site, args: readonly string[], stdio: StdioOptions): ChildProcess {
    return spawn('php', [...PHP_OPTIONS, ...args], {cwd: site.dir, env: {...process.env, ...site.env}, stdio});
}

/** One that is heard, and what it has said when it ends. */
export type Heard = {readonly child: ChildProcess; readonly ended: Promise<{readonly code: number | null; readonly said: string}>};

export function startHeard(site: Site, args: readonly string[]): Heard {
    const child = startPhp(site, args, ['ignore', 'pipe', 'pipe']);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
        stream?.on('data', (chunk: Buffer) => { said += chunk.toString(); });
    }
    const ended = new Promise<{code: number | null; said: string}>(resolve => {
        child.on('exit', code => { resolve({code, said}); });
    });
    return {child, ended};
}
