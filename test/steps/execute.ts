import {spawn} from 'node:child_process';

export type Execution = {
    readonly code: number;
    /** Both streams, in the order they came. */
    readonly output: string;
    readonly timedOut: boolean;
};

export type ExecuteOptions = {
    readonly cwd?: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly seconds?: number;
    readonly input?: string;
    /** Shows the output while it comes, for steps that take minutes. */
    readonly echo?: boolean;
};

/** The process groups that are still running, so that an interrupted run leaves nothing behind. */
const running = new Set<number>();

/** Runs one command to its end; when its time is over, the command and everything it started is killed. */
export function execute(command: string, args: readonly string[], options: ExecuteOptions = {}): Promise<Execution> {
    return new Promise(resolve => {
        const child = spawn(command, args, {
            cwd: options.cwd,
            env: {...process.env, ...options.env},
            stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
            detached: true,
        });
        const group = child.pid;
        let output = '';
        let timedOut = false;
        const take = (chunk: Buffer): void => {
            output += chunk.toString();
            if (options.echo === true) {
                process.stdout.write(chunk);
            }
        };
        const timer = setTimeout(() => {
            timedOut = true;
            killGroup(group);
        }, (options.seconds ?? 600) * 1000);
        const end = (code: number): void => {
            clearTimeout(timer);
            if (group !== undefined) {
                running.delete(group);
            }
            resolve({code, output, timedOut});
        };
        if (group !== undefined) {
            running.add(group);
        }
        child.stdout?.on('data', take);
        child.stderr?.on('data', take);
        child.stdin?.end(options.input);
        child.on('error', error => {
            output += error.message;
            end(127);
        });
        // A server that a step leaves behind keeps the pipes open: after the exit only what is already there is read.
        child.on('exit', code => setTimeout(() => end(timedOut ? 124 : code ?? 1), 50));
    });
}

function killGroup(group: number | undefined): void {
    try {
        if (group !== undefined) {
            process.kill(-group, 'SIGKILL');
        }
    } catch {
        // It ended by itself in the meantime.
    }
}

function killAll(): void {
    running.forEach(killGroup);
}

process.on('exit', killAll);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => process.exit(signal === 'SIGINT' ? 130 : 143));
}
