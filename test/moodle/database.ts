import type {Places} from './places.ts';
import {externalDatabase} from './externalDatabase.ts';
import {mariadb} from './mariadb.ts';
import {postgresql} from './postgresql.ts';
import type {Row} from './rows.ts';

export type DatabaseKind = 'mariadb' | 'pgsql';
export const DATABASE_KINDS: readonly DatabaseKind[] = ['mariadb', 'pgsql'];

/** What config.php says about the database. */
export type DatabaseAccess = {
    readonly type: 'mariadb' | 'mysqli' | 'pgsql';
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly password: string;
};

/** A database server that the pair lives in. */
export type Database = {
    readonly access: DatabaseAccess;
    /** The server's version, since files of one are nothing to another. */
    version(): Promise<string>;
    /** True where the data are files of ours, so that a copy of the folder is a snapshot. */
    readonly ownFiles: boolean;
    /** Makes an empty server; where it is not ours, nothing. */
    create(): Promise<void>;
    start(): Promise<void>;
    stop(): Promise<void>;
    /** An empty database of this name, in place of any earlier one. */
    createDatabase(name: string): Promise<void>;
    copyDatabase(from: string, to: string): Promise<void>;
    dump(name: string, file: string): Promise<void>;
    load(name: string, file: string): Promise<void>;
    query(name: string, sql: string): Promise<Row[]>;
};

export function databaseOf(kind: DatabaseKind, places: Places, env: Readonly<Record<string, string | undefined>>, root: string | null): Database {
    const access = givenAccess(env);
    if (access !== null) {
        return externalDatabase(access);
    }
    return kind === 'pgsql' ? postgresql(places, root) : mariadb(places, root);
}

/** The database server named by the settings, or null where we run our own. */
export function givenAccess(env: Readonly<Record<string, string | undefined>>): DatabaseAccess | null {
    const host = env['MOODLE_DB_HOST'];
    if (host === undefined || host === '') {
        return null;
    }
    const type = env['MOODLE_DB_TYPE'] === 'pgsql' ? 'pgsql' : env['MOODLE_DB_TYPE'] === 'mysqli' ? 'mysqli' : 'mariadb';
    return {
        type,
        host,
        port: Number(env['MOODLE_DB_PORT'] ?? (type === 'pgsql' ? 5432 : 3306)),
        user: env['MOODLE_DB_USER'] ?? 'moodle',
        password: env['MOODLE_DB_PASS'] ?? '',
    };
}
