import type {Database, DatabaseAccess} from './database.ts';
import {rowsOfCsv} from './rows.ts';
import {run} from './run.ts';

type Client = Pick<Database, 'version' | 'createDatabase' | 'copyDatabase' | 'dump' | 'load' | 'query'>;

/** What is done to a PostgreSQL server by its command line programs. */
export function pgClient(access: DatabaseAccess): Client {
    const env = {PGHOST: access.host, PGPORT: String(access.port), PGUSER: access.user, PGPASSWORD: access.password, PGOPTIONS: '-c client_min_messages=warning'};
    const say = (sql: readonly string[], database: string): Promise<string> =>
        run('psql', ['-X', '-q', '--csv', '-P', 'null=NULL', '-v', 'ON_ERROR_STOP=1', ...sql.flatMap(one => ['-c', one]), database], {env});
    const make = (name: string, like: string): Promise<string> => say([
        `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`,
        `CREATE DATABASE ${name} TEMPLATE ${like}`,
    ], 'postgres');
    return {
        version: async () => (await say(['SHOW server_version'], 'postgres')).trim().split('\n')[1] ?? '',
        createDatabase: async name => { await make(name, "template0 ENCODING 'UTF8'"); },
        copyDatabase: async (from, to) => { await make(to, from); },
        dump: async (name, file) => { await run('pg_dump', ['-Fc', '-Z1', '-f', file, name], {env}); },
        load: async (name, file) => { await run('pg_restore', ['-j2', '--no-owner', '-d', name, file], {env}); },
        query: async (name, sql) => rowsOfCsv(await say([sql], name)),
    };
}
