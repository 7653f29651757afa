import {spawn} from 'node:child_process';
import {commandFailed} from '../../build/diagnostics/harness.ts';
import {Refusal} from './refusal.ts';

export type RunOptions = {
    readonly cwd?: string;
    readonly env?: Readonly<Record<string, string>>;
    readonly input?: string;
    /** Also shown while it runs, for people who wait. */
    readonly show?: boolean;
};

/** Runs a command to its end and returns what it said; a failure is a refusal with the end of its output. */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
    const {code, stdout, stderr} = await outcome(command, args, options);
    if (code !== 0) {
        throw new Refusal(commandFailed(shown(command, args), tail(`${stdout}\n${stderr}`)));
    }
    return stdout;
}

/** A command as people write it: the settings of PHP say nothing about what went wrong. */
function shown(command: string, args: readonly string[]): string {
    return [command, ...args].join(' ').replace(/ -d [\w.]+=\S+/g, '').slice(0, 300);
}

export type Outcome = {readonly code: number | null; readonly stdout: string; readonly stderr: string};

/** Runs a command to its end, whatever the end is. */
export function outcome(command: string, args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
    return new Promise((resolve, reject) => {
        const child = spawn(command, args, {cwd: options.cwd, env: {...process.env, ...options.env}, stdio: 'pipe'});
        const said = {stdout: '', stderr: ''};
        for (const stream of ['stdout', 'stderr'] as const) {
            child[stream].setEncoding('utf8').on('data', (text: string) => {
                said[stream] += text;
                if (options.show === true) {
                    process[stream].write(text);
                }
            });
        }
        child.on('error', reject);
        child.on('close', code => resolve({code, ...said}));
        child.stdin.on('error', () => undefined);
        child.stdin.end(options.input ?? '');
    });
}

export function tail(text: string, lines = 15): string {
    return text.trim().split('\n').slice(-lines).join('\n');
}
