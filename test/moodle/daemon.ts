import {spawn} from 'node:child_process';
import {existsSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync, closeSync} from 'node:fs';
import {createConnection} from 'node:net';
import {join} from 'node:path';
import {notStarted, portTaken} from '../../build/diagnostics/harness.ts';
import {bornAt} from './bornAt.ts';
import type {Places} from './places.ts';
import {Refusal} from './refusal.ts';
import {tail} from './run.ts';

/** A program that stays: a web server, the database, the mail catcher. */
export type Daemon = {
    readonly name: string;
    readonly port: number;
    readonly command: string;
    readonly args: readonly string[];
    readonly env?: Readonly<Record<string, string>>;
    readonly cwd?: string;
};

/** Which process it is, and since when. */
type Birth = {readonly pid: number; readonly born: string};

export async function startDaemon(places: Places, daemon: Daemon): Promise<void> {
    if (isRunning(places, daemon.name)) {
        return;
    }
    if (await answers(daemon.port)) {
        throw new Refusal(portTaken(daemon.port, daemon.name));
    }
    mkdirSync(places.processes, {recursive: true});
    mkdirSync(places.logs, {recursive: true});
    const log = logOf(places, daemon.name);
    const output = openSync(log, 'a');
    const child = spawn(daemon.command, daemon.args, {
        detached: true, stdio: ['ignore', output, output], cwd: daemon.cwd, env: {...process.env, ...daemon.env},
    });
    closeSync(output);
    child.on('error', () => undefined);
    if (child.pid !== undefined) {
        writeFileSync(fileOf(places, daemon.name), JSON.stringify({pid: child.pid, born: bornAt(child.pid)} satisfies Birth));
    }
    child.unref();
    if (!await within(60_000, async () => child.exitCode !== null || child.pid === undefined || await answers(daemon.port))
        || child.exitCode !== null || child.pid === undefined) {
        await stopDaemon(places, daemon.name);
        throw new Refusal(notStarted(daemon.name, log, tail(readFileSync(log, 'utf8'))));
    }
}

/** Ends the program that we started under this name, and waits until it is gone. */
export async function stopDaemon(places: Places, name: string): Promise<void> {
    const recorded = recordOf(places, name);
    if (recorded !== null && isRunning(places, name)) {
        signal(recorded.pid, 'SIGTERM');
        if (!await within(30_000, async () => !isRunning(places, name))) {
            signal(recorded.pid, 'SIGKILL');
        }
    }
    rmSync(fileOf(places, name), {force: true});
}

export function isRunning(places: Places, name: string): boolean {
    const recorded = recordOf(places, name);
    return recorded !== null && bornAt(recorded.pid) === recorded.born && recorded.born !== '';
}

export function daemonNames(places: Places): string[] {
    return existsSync(places.processes) ? readdirSync(places.processes).map(file => file.replace(/\.json$/, '')) : [];
}

export function logOf(places: Places, name: string): string {
    return join(places.logs, `${name}.log`);
}

export function answers(port: number): Promise<boolean> {
    return new Promise(resolve => {
        const socket = createConnection({port, host: '127.0.0.1'});
        socket.once('connect', () => { socket.destroy(); resolve(true); });
        socket.once('error', () => resolve(false));
    });
}

export async function within(milliseconds: number, condition: () => Promise<boolean>): Promise<boolean> {
    const end = Date.now() + milliseconds;
    while (Date.now() < end) {
        if (await condition()) {
            return true;
        }
        await new Promise(resolve => setTimeout(resolve, 50));
    }
    return false;
}

function fileOf(places: Places, name: string): string {
    return join(places.processes, `${name}.json`);
}

function recordOf(places: Places, name: string): Birth | null {
    const file = fileOf(places, name);
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as Birth : null;
}

/** To the whole group: PHP's own server leaves its workers behind when only the first is ended. */
function signal(pid: number, name: 'SIGTERM' | 'SIGKILL'): void {
    try {
        process.kill(-pid, name);
    } catch {
        process.kill(pid, name);
    }
}
