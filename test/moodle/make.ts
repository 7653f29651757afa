import {existsSync, mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {phpDoesNotFit, portTaken} from '../../build/diagnostics/harness.ts';
import {configPhp} from './configPhp.ts';
import {answers} from './daemon.ts';
import {databaseOf, givenAccess, type Database} from './database.ts';
import {installSites} from './installSites.ts';
import {ensureMachine} from './machine.ts';
import {SITE_NAMES, type Places, type SiteName} from './places.ts';
import {phpVersion, preparePhp} from './php.ts';
import {down} from './programs.ts';
import {writeRecord, type PairRecord} from './record.ts';
import {Refusal} from './refusal.ts';
import {requirementsOf, runsUnder} from './requirements.ts';
import {rootOfServer} from './debian/rootOfServer.ts';
import {restoreSnapshot, saveSnapshot, snapshotDir} from './snapshot.ts';
import {copyTree, findTree, treeCandidates, type Tree} from './tree.ts';
import type {Wanted} from './wanted.ts';

const DEFAULT_BRANCH = '405';

/** Makes both sites from their trees, or from the snapshot of an earlier time. A half-made pair of before is made anew. */
export async function make(places: Places, wanted: Wanted, say: (line: string) => void): Promise<PairRecord> {
    const trees = await treesOf(places, wanted);
    const kind = wanted.database ?? 'mariadb';
    await down(places);
    await refuseTakenPorts(places);
    await prepareMachine(places, trees, wanted, say);
    const databaseRoot = givenAccess(process.env) === null ? await rootOfServer(kind, trees, places.cache, say) : null;
    const database = databaseOf(kind, places, process.env, databaseRoot);
    await Promise.all(SITE_NAMES.map(name => prepare(places, name, trees[name], database)));
    await database.create();
    await database.start();
    const snapshot = snapshotDir(places, trees, kind, await database.version());
    if (existsSync(snapshot)) {
        say('Taking both sites from the snapshot of an earlier installation');
        await whileStopped(database, () => restoreSnapshot(places, database, snapshot));
    } else {
        await installSites(places, trees, database, say);
        await whileStopped(database, () => saveSnapshot(places, database, snapshot));
    }
    const record = {trees, database: kind, php: wanted.php, databaseRoot, sameIdentifier: wanted.sameIdentifier, snapshot};
    writeRecord(places, record);
    return record;
}

/** The PHP of each site, new enough for its Moodle. */
async function prepareMachine(places: Places, trees: PairRecord['trees'], {php}: Wanted, say: (line: string) => void): Promise<void> {
    if (SITE_NAMES.some(name => php[name] === null)) {
        await ensureMachine(['php'], say);
    }
    for (const name of SITE_NAMES) {
        await preparePhp(places.sites[name], php[name], places.cache, say);
        const version = await phpVersion(places.sites[name]);
        const asked = requirementsOf(trees[name]);
        if (!runsUnder(version, asked)) {
            throw new Refusal(phpDoesNotFit(trees[name].release, asked, version));
        }
    }
}

async function refuseTakenPorts({sites, mail, database}: Places): Promise<void> {
    const uses = {client: sites.client.port, server: sites.server.port, mails: mail.smtpPort, 'page of mails': mail.pagePort, database: database.port};
    for (const [use, port] of Object.entries(uses)) {
        if (await answers(port)) {
            throw new Refusal(portTaken(port, use));
        }
    }
}

async function treesOf(places: Places, wanted: Wanted): Promise<Record<SiteName, Tree>> {
    const find = (name: SiteName): Promise<Tree> => {
        const branch = wanted.branches[name] ?? DEFAULT_BRANCH;
        return findTree(branch, treeCandidates(name, branch, process.env, places.cache), wanted.clone);
    };
    return {client: await find('client'), server: await find('server')};
}

async function prepare(places: Places, name: SiteName, tree: Tree, database: Database): Promise<void> {
    const site = places.sites[name];
    await copyTree(tree, site.dir);
    for (const dir of [site.data, site.phpunitData]) {
        rmSync(dir, {recursive: true, force: true});
        mkdirSync(dir, {recursive: true});
    }
    writeFileSync(join(site.dir, 'config.php'), configPhp(site, places, database.access));
}

async function whileStopped(database: Database, work: () => Promise<void>): Promise<void> {
    if (database.ownFiles) {
        await database.stop();
    }
    await work();
}
