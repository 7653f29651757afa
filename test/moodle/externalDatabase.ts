import type {Database, DatabaseAccess} from './database.ts';
import {mysqlClient} from './mysqlClient.ts';
import {pgClient} from './pgClient.ts';

/** The server that MOODLE_DB_HOST names: not ours to start or to stop. */
export function externalDatabase(access: DatabaseAccess): Database {
    const nothing = (): Promise<void> => Promise.resolve();
    const client = access.type === 'pgsql' ? pgClient(access) : mysqlClient(access);
    return {access, ownFiles: false, ...client, create: nothing, start: nothing, stop: nothing};
}
