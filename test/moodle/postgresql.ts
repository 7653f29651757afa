import {existsSync, mkdirSync, readdirSync, rmSync} from 'node:fs';
import {join, relative} from 'node:path';
import {folderOutOfReach} from '../../build/diagnostics/harness.ts';
import {startDaemon, stopDaemon, within} from './daemon.ts';
import type {Database} from './database.ts';
import {enterCommand} from './debian/enter.ts';
import {pgClient} from './pgClient.ts';
import type {Places} from './places.ts';
import {Refusal} from './refusal.ts';
import {outcome, run} from './run.ts';

const DEBIAN = '/usr/lib/postgresql';
const SYSTEM_USER = 'postgres';

/** An own PostgreSQL in the state folder. It refuses root, so root lends it to the system's user. */
export function postgresql(places: Places, root: string | null): Database {
    const {dir, port} = places.database;
    const access = {type: 'pgsql', host: '127.0.0.1', port, user: SYSTEM_USER, password: ''} as const;
    const lent = process.getuid?.() === 0;
    const as = (program: string, args: readonly string[]): readonly [string, readonly string[]] => {
        const words = lent ? ['setpriv', `--reuid=${SYSTEM_USER}`, `--regid=${SYSTEM_USER}`, '--init-groups', program, ...args] : [program, ...args];
        const [first = '', ...rest] = words;
        const [command = '', ...entered] = root === null ? [first] : enterCommand(root, first);
        return [command, [...entered, ...rest]];
    };
    const server = (name: string): string => root === null ? postgresBinary(name) : join('/', relative(root, postgresBinary(name, root)));
    const own = async (): Promise<void> => {
        if (lent) {
            await run('chown', ['-R', `${SYSTEM_USER}:`, dir]);
        }
    };
    return {
        access,
        ownFiles: true,
        ...pgClient(access),
        create: async () => {
            rmSync(dir, {recursive: true, force: true});
            mkdirSync(dir, {recursive: true, mode: 0o700});
            await own();
            if (lent && (await outcome(...as('test', ['-w', dir]))).code !== 0) {
                throw new Refusal(folderOutOfReach(dir, SYSTEM_USER));
            }
            await run(...as(server('initdb'), ['-D', dir, '-U', SYSTEM_USER, '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']), {cwd: '/'});
        },
        start: async () => {
            await own();
            const [command, args] = as(server('postgres'), ['-D', dir, '-p', String(port), '-k', '', ...SPEED.flatMap(one => ['-c', one])]);
            await startDaemon(places, {name: 'database', port, command, args, cwd: '/'});
            await within(30_000, async () => (await outcome('psql', ['-h', '127.0.0.1', '-p', String(port), '-U', SYSTEM_USER, '-c', 'SELECT 1', 'postgres'])).code === 0);
        },
        stop: () => stopDaemon(places, 'database'),
    };
}

/** Debian keeps the server's programs off the path, in a folder for each version. */
export function postgresBinary(name: string, root = '/'): string {
    const folder = join(root, DEBIAN);
    const versions = existsSync(folder) ? readdirSync(folder).sort((a, b) => Number(b) - Number(a)) : [];
    return versions.map(version => join(folder, version, 'bin', name)).find(existsSync) ?? name;
}

const SPEED = ['listen_addresses=127.0.0.1', 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'shared_buffers=256MB', 'max_wal_size=2GB', 'wal_level=minimal', 'max_wal_senders=0'];
