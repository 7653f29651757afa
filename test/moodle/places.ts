import {homedir} from 'node:os';
import {join, resolve} from 'node:path';
import {badPort} from '../../build/diagnostics/harness.ts';
import {Refusal} from './refusal.ts';

export type SiteName = 'client' | 'server';
export const SITE_NAMES: readonly SiteName[] = ['client', 'server'];

export type SitePlaces = {
    readonly name: SiteName;
    readonly port: number;
    readonly url: string;
    /** Our copy of the Moodle tree: config.php stands here. */
    readonly dir: string;
    readonly data: string;
    /** Programs that stand before the machine's own for this site. */
    readonly programs: string;
    readonly phpunitData: string;
    readonly databaseName: string;
};

/** Every path and port of one pair. All of it follows from the state folder and the base port, so two pairs never meet. */
export type Places = {
    readonly state: string;
    readonly cache: string;
    readonly sites: Readonly<Record<SiteName, SitePlaces>>;
    readonly database: {readonly dir: string; readonly port: number};
    readonly mail: {readonly smtpPort: number; readonly pagePort: number; readonly file: string};
    readonly processes: string;
    readonly logs: string;
};

const BASE_PORT = 8480;

export function placesOf(env: Readonly<Record<string, string | undefined>>, project: string): Places {
    const state = resolve(project, env['MOODLE_STATE'] ?? '.moodle');
    const base = basePort(env['MOODLE_PORT']);
    return {
        state,
        cache: join(env['HOME'] ?? homedir(), '.cache', 'moodle-plugin-suite'),
        sites: {client: sitePlaces('client', state, base), server: sitePlaces('server', state, base + 1)},
        database: {dir: join(state, 'database'), port: base + 9},
        mail: {smtpPort: base + 5, pagePort: base + 6, file: join(state, 'mails.jsonl')},
        processes: join(state, 'processes'),
        logs: join(state, 'logs'),
    };
}

function basePort(given: string | undefined): number {
    const port = given === undefined ? BASE_PORT : Number(given);
    if (!Number.isInteger(port) || port < 1024 || port > 65000) {
        throw new Refusal(badPort(given ?? ''));
    }
    return port;
}

function sitePlaces(name: SiteName, state: string, port: number): SitePlaces {
    return {
        name,
        port,
        url: `http://127.0.0.1:${port}`,
        dir: join(state, name, 'moodle'),
        data: join(state, name, 'data'),
        programs: join(state, name, 'bin'),
        phpunitData: join(state, name, 'phpunit'),
        databaseName: `moodle_${name}`,
    };
}
