import {cpSync, existsSync, mkdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Database} from './database.ts';
import {fixtureAt, PASSWORD} from './fixture.ts';
import {SITE_NAMES, type Places} from './places.ts';
import {siteOf, type Site} from './site.ts';
import {skipThemes} from './skipThemes.ts';
import type {PairRecord} from './record.ts';

const FILL = fileURLToPath(new URL('php/fill.php', import.meta.url));

/** Installs Moodle on both sites and fills them; the second of two equal sites is a copy of the first. */
export async function installSites(places: Places, trees: PairRecord['trees'], database: Database, say: (line: string) => void): Promise<void> {
    const sites = SITE_NAMES.map(name => siteOf(places.sites[name], trees[name], database));
    const [client, server] = sites as [Site, Site];
    say(`Installing Moodle ${trees.client.release} (once for this version: about a minute)`);
    await installSite(client, database);
    if (trees.client.version === trees.server.version) {
        rmSync(server.data, {recursive: true, force: true});
        cpSync(client.data, server.data, {recursive: true});
        await database.createDatabase(server.databaseName);
        await database.copyDatabase(client.databaseName, server.databaseName);
        await nameSite(server);
    } else {
        say(`Installing Moodle ${trees.server.release}`);
        await installSite(server, database);
    }
}

async function installSite(site: Site, database: Database): Promise<void> {
    rmSync(site.data, {recursive: true, force: true});
    mkdirSync(site.data, {recursive: true});
    await database.createDatabase(site.databaseName);
    await site.php([
        'admin/cli/install_database.php', '--agree-license', `--adminpass=${PASSWORD}`, '--adminemail=admin@example.com',
        ...Object.entries(namesOf(site)).map(([name, value]) => `--${name}=${value}`),
    ]);
    addFrench(site);
    await site.php([FILL], JSON.stringify(fixtureAt(Date.now() / 1000)));
    await skipThemes(site);
}

function namesOf(site: Site): {fullname: string; shortname: string} {
    return {fullname: `Moodle ${site.name}`, shortname: site.name};
}

async function nameSite(site: Site): Promise<void> {
    const {fullname, shortname} = namesOf(site);
    await site.sql(`UPDATE {course} SET fullname = '${fullname}', shortname = '${shortname}' WHERE category = 0`);
    await site.php(['admin/cli/purge_caches.php']);
}

/** No language pack can be fetched here: what the installer ships is enough for Moodle to offer French, and for our own strings. */
function addFrench(site: Site): void {
    const pack = join(site.root, 'install', 'lang', 'fr');
    const target = join(site.data, 'lang', 'fr');
    mkdirSync(target, {recursive: true});
    if (existsSync(pack)) {
        cpSync(join(pack, 'langconfig.php'), join(target, 'langconfig.php'));
    }
}
