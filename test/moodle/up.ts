import {existsSync, mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {pairDiffers, portTaken} from '../../build/diagnostics/harness.ts';
import {configPhp} from './configPhp.ts';
import {answers, startDaemon, stopDaemon, daemonNames} from './daemon.ts';
import {databaseOf, givenAccess, type Database, type DatabaseKind} from './database.ts';
import {installSites} from './installSites.ts';
import {ensureMachine} from './machine.ts';
import type {Pair} from './pair.ts';
import {addedPlugins, pluginDir} from './plugins.ts';
import {SITE_NAMES, type Places, type SiteName} from './places.ts';
import {PROJECT} from './project.ts';
import {readRecord, writeRecord, type PairRecord} from './record.ts';
import {Refusal} from './refusal.ts';
import {restoreSnapshot, saveSnapshot, snapshotDir} from './snapshot.ts';
import {copyTree, findTree, treeCandidates, type Tree} from './tree.ts';
import {startWeb, stopWeb} from './web.ts';

export type Wanted = {
    readonly branches: Readonly<Record<SiteName, string | null>>;
    readonly database: DatabaseKind | null;
    readonly clone: boolean;
};

type Say = (line: string) => void;

const DEFAULT_BRANCH = '405';
const CATCHER = fileURLToPath(new URL('mailCatcher.ts', import.meta.url));

/** Brings the pair up: from nothing, from a snapshot, or just its programs where it stands already. */
export async function up(places: Places, wanted: Wanted, say: Say): Promise<PairRecord> {
    const record = readRecord(places) ?? await make(places, wanted, say);
    refuseOther(places, record, wanted);
    await startAll(places, record);
    return record;
}

export async function down(places: Places): Promise<void> {
    // The web first: a page that loses its database fills the log.
    for (const name of daemonNames(places).sort((a, b) => Number(a === 'database') - Number(b === 'database'))) {
        await stopDaemon(places, name);
    }
}

/** Back to the filled sites without plugins; what composer put into vendor/ stays. */
export async function reset({places, record, database, client, server}: Pair): Promise<void> {
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
    await startAll(places, record);
}

async function make(places: Places, wanted: Wanted, say: Say): Promise<PairRecord> {
    const trees = await treesOf(places, wanted);
    const kind = wanted.database ?? 'mariadb';
    const database = databaseOf(kind, places, process.env);
    await down(places);
    await refuseTakenPorts(places);
    await ensureMachine(givenAccess(process.env) === null ? ['php', kind] : ['php'], say);
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
    const record = {trees, database: kind, snapshot};
    writeRecord(places, record);
    return record;
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

async function startAll(places: Places, record: PairRecord): Promise<void> {
    await databaseOf(record.database, places, process.env).start();
    await startDaemon(places, {
        name: 'mails', port: places.mail.smtpPort, command: process.execPath, cwd: PROJECT,
        args: ['--import', 'tsx', CATCHER, String(places.mail.smtpPort), String(places.mail.pagePort), places.mail.file],
    });
    for (const name of SITE_NAMES) {
        await startWeb(places, places.sites[name], record.trees[name]);
    }
}

async function stopSites(places: Places): Promise<void> {
    for (const name of SITE_NAMES) {
        await stopWeb(places, places.sites[name]);
    }
}

function refuseOther(places: Places, record: PairRecord, wanted: Wanted): void {
    const has = SITE_NAMES.map(name => record.trees[name].branch);
    const asked = SITE_NAMES.map((name, at) => wanted.branches[name] ?? has[at]);
    const database = wanted.database ?? record.database;
    if (has.join() !== asked.join() || database !== record.database) {
        throw new Refusal(pairDiffers(places.state, [...has, record.database].join(' '), [...asked, database].join(' ')));
    }
}
