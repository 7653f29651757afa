import {mkdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {startDaemon, stopDaemon, within} from './daemon.ts';
import type {Database} from './database.ts';
import {enterCommand} from './debian/enter.ts';
import {mysqlClient} from './mysqlClient.ts';
import type {Places} from './places.ts';
import {outcome, run} from './run.ts';
import {sbin} from './sbin.ts';

/** An own MariaDB in the state folder: fast, since losing it costs nothing. */
export function mariadb(places: Places, root: string | null): Database {
    const {dir, port} = places.database;
    const access = {type: 'mariadb', host: '127.0.0.1', port, user: 'root', password: ''} as const;
    const user = process.getuid?.() === 0 ? ['--user=root'] : [];
    const client = mysqlClient(access);
    const own = (program: string): readonly [string, ...string[]] => {
        const [command = '', ...entered] = root === null ? [program] : enterCommand(root, program);
        return [command, ...entered];
    };
    return {
        access,
        ownFiles: true,
        ...client,
        create: async () => {
            rmSync(dir, {recursive: true, force: true});
            mkdirSync(dir, {recursive: true});
            const [command, ...entered] = own('mariadb-install-db');
            await run(command, [
                ...entered, '--no-defaults', ...user, `--datadir=${dir}`, '--auth-root-authentication-method=normal', '--skip-test-db', '--skip-name-resolve',
                ...SPEED,
            ], {env: {PATH: sbin()}});
        },
        start: async () => {
            const [command, ...entered] = own('mariadbd');
            await startDaemon(places, {
                name: 'database', port, command, env: {PATH: sbin()},
                args: [
                    ...entered, '--no-defaults', ...user, `--datadir=${dir}`, '--bind-address=127.0.0.1', `--port=${port}`,
                    `--socket=${join(tmpdir(), `moodle-pair-${port}.sock`)}`, '--pid-file=server.pid', ...SPEED, ...SERVING,
                ],
            });
            await within(30_000, async () => (await outcome('mysql', ['-h', '127.0.0.1', '-P', String(port), '-u', 'root', '-e', 'SELECT 1'])).code === 0);
        },
        stop: () => stopDaemon(places, 'database'),
    };
}

const SPEED = ['--innodb-flush-log-at-trx-commit=0', '--innodb-doublewrite=0', '--innodb-flush-method=nosync', '--innodb-log-file-size=64M'];

const SERVING = [
    '--skip-log-bin', '--skip-name-resolve', '--innodb-buffer-pool-size=384M', '--performance-schema=OFF', '--max-connections=100',
    '--max-allowed-packet=64M', '--character-set-server=utf8mb4', '--collation-server=utf8mb4_unicode_ci', '--table-open-cache=2000',
];
