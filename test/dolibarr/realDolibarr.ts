import {mkdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {startDaemon, stopDaemon} from '../moodle/daemon.ts';
import type {Pair} from '../moodle/pair.ts';
import {PHP_OPTIONS} from '../moodle/phpOptions.ts';
import type {Row} from '../moodle/rows.ts';
import {run} from '../moodle/run.ts';
import {installPages} from './installPages.ts';

export type Kind = 'contacts' | 'users' | 'members';

/** A Dolibarr that runs, with people in it and two accounts that have a key. */
export type RealDolibarr = {
    readonly url: string;
    /** Of an account that may do what the plugin's README asks for, and its number. */
    readonly key: string;
    readonly account: number;
    /** Of an account that may do no more than keep its own agenda. */
    readonly narrow: {readonly key: string; readonly account: number};
    /** Numbers of people, four of each kind. */
    readonly people: Readonly<Record<Kind, readonly number[]>>;
    ask(method: string, path: string, body?: object): Promise<Told>;
    sql(query: string): Promise<Row[]>;
    /** Switches its API off or on. */
    api(on: boolean): Promise<void>;
    close(): Promise<void>;
};

/** What its API says. */
export type Told = {readonly status: number; readonly type: string; readonly body: unknown};

const NAME = 'dolibarr';
const KEYS = {key: 'akeyofmoodle0123456789', narrow: 'akeyofanother0123456789'};

/** Installs a copy of a tree into a database of its own beside the pair's, and serves it. */
export async function realDolibarr({places, database, client}: Pair, tree: string): Promise<RealDolibarr> {
    const [dir, port] = [join(places.state, NAME), places.mail.pagePort + 1];
    const [htdocs, documents, url] = [join(dir, 'htdocs'), join(dir, 'documents'), `http://127.0.0.1:${port}`];
    await stopDaemon(places, NAME);
    rmSync(dir, {recursive: true, force: true});
    mkdirSync(documents, {recursive: true});
    await copied(tree, htdocs);
    await database.createDatabase(NAME);
    await startDaemon(places, {
        name: NAME, port, command: 'php', cwd: htdocs,
        args: [...PHP_OPTIONS, '-d', 'display_errors=0', '-S', `127.0.0.1:${port}`, '-t', htdocs],
        env: {...client.env, PHP_CLI_SERVER_WORKERS: '4'},
    });
    await installPages({url, htdocs, documents, access: database.access, database: NAME});
    const opened = await run('php', [...PHP_OPTIONS, '-d', 'display_errors=stderr', join(import.meta.dirname, 'php/open.php'), htdocs, KEYS.key, KEYS.narrow]);
    const {account, narrow, people} = JSON.parse(opened.trim().split('\n').at(-1) ?? '') as Opened;
    const sql = (query: string): Promise<Row[]> => database.query(NAME, query);
    return {
        url, key: KEYS.key, account, narrow: {key: KEYS.narrow, account: narrow}, people, sql,
        ask: (method, path, body) => asked(url, method, path, body),
        api: async on => { await sql(`UPDATE llx_const SET value = '${on ? 1 : 0}' WHERE name = 'MAIN_MODULE_API'`); },
        close: () => stopDaemon(places, NAME),
    };
}

type Opened = {readonly account: number; readonly narrow: number; readonly people: RealDolibarr['people']};

/** A copy by links, but for what an installation writes over. */
async function copied(tree: string, htdocs: string): Promise<void> {
    await run('cp', ['-al', tree, htdocs]);
    rmSync(join(htdocs, 'conf', 'conf.php'), {force: true});
    rmSync(join(htdocs, 'conf', 'conf.php.old'), {force: true});
}

async function asked(url: string, method: string, path: string, body?: object): Promise<Told> {
    const headers = {'DOLAPIKEY': KEYS.key, 'Content-Type': 'application/json', 'Accept': 'application/json'};
    const answer = await fetch(`${url}/api/index.php${path}`, {method, headers, ...body === undefined ? {} : {body: JSON.stringify(body)}});
    const [text, type] = [await answer.text(), answer.headers.get('content-type') ?? ''];
    return {status: answer.status, type, body: type.startsWith('application/json') ? JSON.parse(text) : text};
}
