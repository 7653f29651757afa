import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, renameSync, rmSync} from 'node:fs';
import {dirname, join} from 'node:path';
import type {Database, DatabaseKind} from './database.ts';
import {fixtureAt} from './fixture.ts';
import {SITE_NAMES, type Places, type SiteName} from './places.ts';
import {run} from './run.ts';
import type {Tree} from './tree.ts';

/** Raise it when what an installed site holds changes in a way that the key below does not see. */
const FORMAT = 1;

const FILL = new URL('php/fill.php', import.meta.url);

/** Where the installed and filled sites of these trees are kept, for all state folders of this person. */
export function snapshotDir(
    places: Places, trees: Readonly<Record<SiteName, Tree>>, kind: DatabaseKind, databaseVersion: string,
): string {
    const names = SITE_NAMES.map(name => `${trees[name].branch}-${trees[name].version}-${trees[name].release}`);
    const content = JSON.stringify([FORMAT, ...names, kind, databaseVersion, fixtureAt(0), readFileSync(FILL, 'utf8')]);
    const key = createHash('sha256').update(content).digest('hex').slice(0, 12);
    return join(places.cache, 'snapshots', `${trees.client.branch}-${trees.server.branch}-${kind}-${key}`);
}

/** The servers must be down when the data are files of ours, up when they are not. */
export async function saveSnapshot(places: Places, database: Database, dir: string): Promise<void> {
    if (existsSync(dir)) {
        return;
    }
    const draft = `${dir}.${process.pid}`;
    mkdirSync(draft, {recursive: true});
    for (const {name, data, databaseName} of Object.values(places.sites)) {
        await run('cp', ['-a', data, join(draft, name)]);
        if (!database.ownFiles) {
            await database.dump(databaseName, join(draft, `${name}.dump`));
        }
    }
    if (database.ownFiles) {
        await run('cp', ['-a', places.database.dir, join(draft, 'database')]);
    }
    try {
        renameSync(draft, dir);
    } catch {
        // Somebody else was faster, with the same content.
        rmSync(draft, {recursive: true, force: true});
    }
}

export async function restoreSnapshot(places: Places, database: Database, dir: string): Promise<void> {
    for (const {name, data, databaseName} of Object.values(places.sites)) {
        rmSync(data, {recursive: true, force: true});
        mkdirSync(dirname(data), {recursive: true});
        await run('cp', ['-a', join(dir, name), data]);
        if (!database.ownFiles) {
            await database.createDatabase(databaseName);
            await database.load(databaseName, join(dir, `${name}.dump`));
        }
    }
    if (database.ownFiles) {
        rmSync(places.database.dir, {recursive: true, force: true});
        await run('cp', ['-a', '--sparse=always', join(dir, 'database'), places.database.dir]);
    }
}
