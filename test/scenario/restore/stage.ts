import {spawn, type ChildProcess} from 'node:child_process';
import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import type {Pair} from '../../moodle/pair.ts';
import {PHP_OPTIONS} from '../../moodle/phpOptions.ts';
import type {Site} from '../../moodle/site.ts';
import {faultyLine, type Line} from './faultyLine.ts';

const PHP = join(import.meta.dirname, 'php');
const TABLE = '{block_my_external_backup_restore_courses_request}';
const TASK = 'block_my_external_backup_restore_courses\\task\\backup_restore_task';

/** A request as it ended. */
export type Ended = {readonly state: string; readonly reason: string | null; readonly courseid: number | null; readonly tries: number};

/** Two Moodles with a line between them, and what the scenarios ask of them. */
export type Stage = {
    readonly client: Site;
    readonly server: Site;
    readonly line: Line;
    /** Makes a course with files on the server, and gives its id. */
    readonly course: (name: string, files: number, bytes: number) => Promise<number>;
    /** Asks for a course as its teacher, and gives the id of the request; `more` are other fields of the wish. */
    readonly request: (course: number, token?: string, more?: object) => Promise<number>;
    /** Runs workers, and lets time pass between tries, until the request has ended. */
    readonly bring: (request: number, rounds?: number) => Promise<Ended>;
    readonly look: (request: number) => Promise<Ended>;
    /** A worker in a process of its own, to be killed. */
    readonly worker: () => ChildProcess;
    /** Lets a dead worker be found, and time pass. */
    readonly later: (request: number) => Promise<void>;
    /** What is left behind on both sides. */
    readonly left: () => Promise<readonly string[]>;
    readonly close: () => Promise<void>;
};

export async function stageOn({client, server}: Pair): Promise<Stage> {
    const line = await faultyLine(server.url);
    let token = '';
    const ask = async (site: Site, script: string, ...args: readonly (string | number)[]): Promise<string> =>
        (await site.php([join(PHP, script), ...args.map(String)])).trim().split('\n').at(-1) ?? '';
    const runner = adhoc(server, 3600);
    const look = async (request: number): Promise<Ended> => {
        const row = (await client.sql(`SELECT state, reason, courseid, tries FROM ${TABLE} WHERE id = ${request}`))[0] ?? {};
        return {state: row['state'] ?? 'none', reason: row['reason'] ?? null, courseid: Number(row['courseid'] ?? 0) || null, tries: Number(row['tries'])};
    };
    const later = async (request: number): Promise<void> => {
        await client.sql(`UPDATE ${TABLE} SET timenext = 0, heartbeat = heartbeat - 3600 WHERE id = ${request}`);
        await client.sql(`UPDATE {task_adhoc} SET nextruntime = 0 WHERE classname LIKE '%work_task'`);
        await client.task(TASK);
        await client.sql(`UPDATE ${TABLE} SET timenext = 0 WHERE id = ${request}`);
        await client.task(TASK);
    };
    return {
        client, server, line, look, later,
        course: async (name, files, bytes) => {
            const made = JSON.parse(await ask(server, 'server.php', name, files, bytes)) as {course: number; token: string};
            token = made.token;
            return made.course;
        },
        request: async (course, other, more = {}) => Number(await ask(client, 'request.php', line.url, other ?? token, course, JSON.stringify(more))),
        bring: async (request, rounds = 8) => {
            for (let round = 0; round < rounds; round++) {
                await client.php(['admin/cli/adhoc_task.php', '--execute', '--classname=\\block_my_external_backup_restore_courses\\task\\work_task']);
                const {state} = await look(request);
                if (['done', 'failed', 'cancelled'].includes(state)) {
                    break;
                }
                await later(request);
            }
            return look(request);
        },
        worker: () => adhoc(client, 0),
        left: async () => [
            ...(JSON.parse(await ask(client, 'left.php')) as string[]).map(one => `client: ${one}`),
            ...(JSON.parse(await ask(server, 'left.php')) as string[]).map(one => `server: ${one}`),
        ],
        close: async () => {
            runner.kill('SIGKILL');
            await line.close();
            await wait(100);
        },
    };
}

function adhoc(site: Site, seconds: number): ChildProcess {
    return spawn('php', [...PHP_OPTIONS, 'admin/cli/adhoc_task.php', '--execute', `--keep-alive=${seconds}`], {cwd: site.dir, env: {...process.env, ...site.env}, stdio: 'ignore'});
}
