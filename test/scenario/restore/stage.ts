import type {ChildProcess} from 'node:child_process';
import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import type {Pair} from '../../moodle/pair.ts';
import type {Site} from '../../moodle/site.ts';
import {startPhp} from '../../moodle/startPhp.ts';
import {faultyLine, type Line} from './faultyLine.ts';

const PHP = join(import.meta.dirname, 'php');
const PLUGIN = 'block_my_external_backup_restore_courses';
const TABLE = `{${PLUGIN}_request}`;
const TASK = `${PLUGIN}\\task\\backup_restore_task`;
const CLEANUP = `${PLUGIN}\\task\\cleanup_task`;

/** A request as it ended. */
export type Ended = {
    readonly state: string;
    readonly reason: string | null;
    readonly detail: string | null;
    readonly courseid: number | null;
    readonly tries: number;
    readonly warnings: string;
};

/** What is asked for, where it is not a new course of the teacher. */
export type Wanted = {
    readonly token?: string;
    readonly url?: string;
    readonly target?: 'new' | 'into' | 'replace';
    readonly targetcourse?: number;
    readonly withusers?: boolean;
    readonly enrolment?: number;
    readonly user?: string;
    readonly asker?: string;
};

/** Two Moodles with a line between them, and what the scenarios ask of them. */
export type Stage = {
    readonly pair: Pair;
    readonly client: Site;
    readonly server: Site;
    readonly line: Line;
    /** Makes a course with files on the server, and gives its id. */
    readonly course: (name: string, files: number, bytes: number, pages?: number) => Promise<number>;
    /** The token of the service account, which the first course makes. */
    readonly token: () => string;
    /** Makes a course on the client that others may come into, and gives its id. */
    readonly target: (name: string) => Promise<number>;
    /** What a course of the client holds. */
    readonly holds: (course: number) => Promise<readonly string[]>;
    /** Asks for a course, and gives the id of the request. */
    readonly request: (course: number, wanted?: Wanted) => Promise<number>;
    /** Runs workers, and lets time pass between tries, until the request has ended. */
    readonly bring: (request: number, rounds?: number, withMaker?: boolean) => Promise<Ended>;
    readonly look: (request: number) => Promise<Ended>;
    readonly act: (act: 'cancel' | 'retry' | 'delete', request: number) => Promise<boolean>;
    /** A worker in a process of its own, to be killed. */
    readonly worker: () => ChildProcess;
    /** The process that makes backups on the server; a new one begins where it is asked for after the last was killed. */
    readonly maker: () => ChildProcess;
    /** No process makes backups, until one is asked for. */
    readonly noMaker: () => Promise<void>;
    /** Lets a dead worker be found, and time pass. */
    readonly later: (request: number) => Promise<void>;
    /** Lets the server find its own dead task. */
    readonly laterThere: () => Promise<void>;
    /** Lets what has ended be cleared there too, where nobody heard the first wish. */
    readonly settle: () => Promise<void>;
    /** Ends what a scenario has left that went wrong, so that the next one begins with nothing. */
    readonly giveUp: () => Promise<void>;
    /** Runs a script of this folder on a site, and gives its last line. */
    readonly ask: (site: Site, script: string, ...args: readonly (string | number)[]) => Promise<string>;
    /** What is left behind on both sides; of all, with contents that no file has. */
    readonly left: (all?: boolean) => Promise<readonly string[]>;
    readonly close: () => Promise<void>;
};

export async function stageOn(pair: Pair): Promise<Stage> {
    const {client, server} = pair;
    const line = await faultyLine(server.url);
    let token = '';
    const ask = async (site: Site, script: string, ...args: readonly (string | number)[]): Promise<string> =>
        (await site.php([join(PHP, script), ...args.map(String)])).trim().split('\n').at(-1) ?? '';
    const things = async (which: readonly string[]): Promise<string[]> => (await Promise.all([client, server].map(async site =>
        (JSON.parse(await ask(site, 'left.php', ...which)) as string[]).map(one => `${site.name}: ${one}`)))).flat();
    // What others have left on the sites is no matter of ours.
    const was = await things(['all']);
    let runner: ChildProcess | null = null;
    const maker = (): ChildProcess => {
        runner = runner !== null && isAlive(runner) ? runner : adhoc(server, 3600);
        return runner;
    };
    const look = async (request: number): Promise<Ended> => {
        const row = (await client.sql(`SELECT state, reason, detail, courseid, tries, warnings FROM ${TABLE} WHERE id = ${request}`))[0] ?? {};
        return {
            state: row['state'] ?? 'none',
            reason: row['reason'] ?? null,
            detail: row['detail'] ?? null,
            courseid: Number(row['courseid'] ?? 0) || null,
            tries: Number(row['tries']),
            warnings: row['warnings'] ?? '',
        };
    };
    const later = async (request: number): Promise<void> => {
        await client.sql(`UPDATE ${TABLE} SET timenext = 0, heartbeat = heartbeat - 3600 WHERE id = ${request}`);
        await client.sql(`UPDATE {task_adhoc} SET nextruntime = 0 WHERE classname LIKE '%work_task'`);
        await client.task(TASK);
        await client.sql(`UPDATE ${TABLE} SET timenext = 0 WHERE id = ${request}`);
        await client.task(TASK);
    };
    const work = (): Promise<string> => client.php(['admin/cli/adhoc_task.php', '--execute', `--classname=\\${PLUGIN}\\task\\work_task`]);
    const settle = async (): Promise<void> => {
        for (const {id} of await client.sql(`SELECT id FROM ${TABLE} WHERE exportid IS NOT NULL AND state IN ('done', 'failed', 'cancelled')`)) {
            await later(Number(id));
            await work();
        }
    };
    return {
        pair, client, server, line, look, later, ask, maker,
        token: () => token,
        course: async (name, files, bytes, pages = 1) => {
            const made = JSON.parse(await ask(server, 'server.php', name, files, bytes, pages)) as {course: number; token: string};
            token = made.token;
            return made.course;
        },
        target: async name => Number(await ask(client, 'target.php', name)),
        holds: async course => JSON.parse(await ask(client, 'course.php', course)) as string[],
        request: async (course, wanted = {}) => Number(await ask(client, 'request.php', JSON.stringify({url: line.url, token, course, ...wanted}))),
        bring: async (request, rounds = 8, withMaker = true) => {
            if (withMaker) {
                maker();
            }
            for (let round = 0; round < rounds; round++) {
                await work();
                const {state} = await look(request);
                if (['done', 'failed', 'cancelled'].includes(state)) {
                    break;
                }
                await later(request);
            }
            return look(request);
        },
        settle,
        giveUp: async () => {
            line.fault(null);
            for (const {id} of await client.sql(`SELECT id FROM ${TABLE} WHERE state NOT IN ('done', 'failed', 'cancelled')`)) {
                await ask(client, 'act.php', 'cancel', id ?? '');
            }
            await settle();
        },
        act: async (act, request) => (await ask(client, 'act.php', act, request)) === 'true',
        worker: () => adhoc(client, 0),
        noMaker: async () => {
            if (runner !== null && isAlive(runner)) {
                await killed(runner);
            }
        },
        laterThere: async () => {
            await server.sql(`UPDATE {${PLUGIN}_export} SET heartbeat = heartbeat - 3600`);
            await server.task(CLEANUP);
        },
        left: async all => without(await things(all === true ? ['all'] : []), was),
        close: async () => {
            if (runner !== null && isAlive(runner)) {
                await killed(runner);
            }
            await line.close();
            await wait(100);
        },
    };
}

/** A list without the things of another, each as often as it stands there. */
function without(list: readonly string[], other: readonly string[]): string[] {
    const away = [...other];
    return list.filter(one => {
        const at = away.indexOf(one);
        return at < 0 || away.splice(at, 1).length === 0;
    });
}

/** Ends a process as a machine does that falls. */
export async function killed(process: ChildProcess): Promise<void> {
    if (!isAlive(process)) {
        return;
    }
    const ended = new Promise(done => process.on('exit', done));
    process.kill('SIGKILL');
    await ended;
}

const isAlive = (process: ChildProcess): boolean => process.exitCode === null && process.signalCode === null;

const adhoc = (site: Site, seconds: number): ChildProcess =>
    startPhp(site, ['admin/cli/adhoc_task.php', '--execute', `--keep-alive=${seconds}`], 'ignore');
