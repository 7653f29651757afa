import {existsSync, mkdirSync, rmSync} from 'node:fs';
import {pairDiffers, snapshotGone} from '../../build/diagnostics/harness.ts';
import {databaseOf} from './database.ts';
import {make} from './make.ts';
import {lookAtSite} from './lookAtSite.ts';
import {openPair, type Pair} from './pair.ts';
import {SITE_NAMES, type Places} from './places.ts';
import {addedPlugins, pluginDir} from './plugins.ts';
import {startPrograms, stopSites} from './programs.ts';
import {preparePhp} from './php.ts';
import {readRecord, type PairRecord} from './record.ts';
import {Refusal} from './refusal.ts';
import {restoreSnapshot} from './snapshot.ts';
import {setSiteIdentifiers} from './siteIdentifiers.ts';
import type {Wanted} from './wanted.ts';

export {down} from './programs.ts';

/** Brings the pair up: from nothing, from a snapshot, or just its programs where it stands already. */
export async function up(places: Places, wanted: Wanted, say: (line: string) => void): Promise<PairRecord> {
    const standing = readRecord(places);
    if (standing !== null) {
        refuseOther(places, standing, wanted);
        for (const name of SITE_NAMES) {
            await preparePhp(places.sites[name], standing.php[name], places.cache, say);
        }
    }
    const record = standing ?? await make(places, wanted, say);
    await startPrograms(places, databaseOf(record.database, places, process.env, record.databaseRoot), record.trees);
    await settleSites(openPair(places));
    return record;
}

/** Back to the filled sites without plugins; what composer put into vendor/ stays. */
export async function reset({places, record, database, client, server}: Pair): Promise<void> {
    if (!existsSync(record.snapshot)) {
        throw new Refusal(snapshotGone(record.snapshot));
    }
    await stopSites(places);
    for (const site of [client, server]) {
        addedPlugins(site).forEach(component => rmSync(pluginDir(site, component), {recursive: true, force: true}));
        rmSync(site.phpunitData, {recursive: true, force: true});
        mkdirSync(site.phpunitData, {recursive: true});
    }
    if (database.ownFiles) {
        await database.stop();
    }
    rmSync(places.mail.file, {force: true});
    await restoreSnapshot(places, database, record.snapshot);
    await startPrograms(places, database, record.trees);
    await settleSites({places, record, client, server});
}

async function settleSites({places, record, client, server}: Pick<Pair, 'places' | 'record' | 'client' | 'server'>): Promise<void> {
    await setSiteIdentifiers(client, server, record.sameIdentifier);
    await Promise.all([client, server].map(site => lookAtSite(places, site)));
}

function refuseOther(places: Places, record: PairRecord, wanted: Wanted): void {
    const has = SITE_NAMES.map(name => record.trees[name].branch);
    const asked = SITE_NAMES.map((name, at) => wanted.branches[name] ?? has[at]);
    const database = wanted.database ?? record.database;
    const php = SITE_NAMES.map(name => wanted.php[name] ?? record.php[name]);
    const hasPhp = SITE_NAMES.map(name => record.php[name]);
    if (has.join() !== asked.join() || database !== record.database || php.join() !== hasPhp.join()) {
        throw new Refusal(pairDiffers(places.state, described(has, record.database, hasPhp), described(asked, database, php)));
    }
}

function described(branches: readonly (string | undefined)[], database: string, php: readonly (string | null)[]): string {
    return [...branches, database, 'PHP', ...php.map(one => one ?? 'of the machine')].join(' ');
}
