import type {Database, DatabaseAccess} from './database.ts';
import {rowsOfTabs} from './rows.ts';
import {run} from './run.ts';

type Client = Pick<Database, 'version' | 'createDatabase' | 'copyDatabase' | 'dump' | 'load' | 'query'>;

/** What is done to a MariaDB or MySQL server by its command line programs. */
export function mysqlClient(access: DatabaseAccess): Client {
    const login = ['-h', access.host, '-P', String(access.port), '-u', access.user, '--protocol=tcp'];
    const env = {MYSQL_PWD: access.password};
    const say = (sql: string, database: string): Promise<string> =>
        run('mysql', [...login, '--default-character-set=utf8mb4', '-e', sql, database], {env});
    const shell = (script: string, args: readonly string[]): Promise<string> =>
        run('bash', ['-o', 'pipefail', '-c', script, 'bash', ...args], {env});
    const tuned = '(echo "SET SESSION foreign_key_checks=0, unique_checks=0;"; cat)';
    return {
        version: async () => (await say('SELECT VERSION()', '')).trim().split('\n')[1] ?? '',
        createDatabase: async name => {
            await say(`DROP DATABASE IF EXISTS ${name}; CREATE DATABASE ${name} DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`, '');
        },
        copyDatabase: async (from, to) => {
            await shell(`from=$1 to=$2; shift 2; mysqldump "$@" --single-transaction "$from" | ${tuned} | mysql "$@" "$to"`, [from, to, ...login]);
        },
        dump: async (name, file) => {
            await shell('name=$1 file=$2; shift 2; mysqldump "$@" --single-transaction "$name" > "$file"', [name, file, ...login]);
        },
        load: async (name, file) => {
            await shell(`name=$1 file=$2; shift 2; cat "$file" | ${tuned} | mysql "$@" "$name"`, [name, file, ...login]);
        },
        query: async (name, sql) => rowsOfTabs(await say(sql, name)),
    };
}
