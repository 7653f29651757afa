import {installPlugins, uninstallPlugin} from '../plugins.ts';
import type {Site} from '../site.ts';
import {differences} from './differences.ts';
import {checkScript} from './facts.ts';
import {killedUpgrade} from './killedUpgrade.ts';

const COMPONENT = 'block_my_external_backup_restore_courses';
const STATES = ['done 301', 'failed 300', 'scheduled 602'];

/** When an upgrade is killed: before any request is taken over. A cut between two parts of them is tried in PHPUnit. */
const MOMENTS = [`${COMPONENT}/local/upgrade/upstream`];

type Taken = Readonly<Record<'states' | 'requests' | 'config' | 'service', readonly string[]>> & {readonly table: boolean};

/**
 * Two sites of the plugin that had this name before are upgraded, one at a stretch and the other killed in between. They must end alike,
 * with every request, setting and token; and the service and the list of requests must go on working.
 */
export async function earlierRequests(killed: Site, whole: Site, zip: string): Promise<string[]> {
    const sites = [killed, whole];
    for (const site of sites) {
        if ((await site.sql(`SELECT 1 FROM {block} WHERE name = 'my_external_backup_restore_courses'`)).length > 0) {
            await uninstallPlugin(site, COMPONENT);
        }
    }
    await Promise.all(sites.map(site => site.php([checkScript('earlierRequests')])));
    const before = await taken(killed);
    await installPlugins([whole], [zip]);
    const survived = await killedUpgrade(killed, zip, MOMENTS);
    await installPlugins([killed], [zip]);
    const [one, other] = await Promise.all([taken(killed), taken(whole)]);
    return [
        ...survived,
        ...(['states', 'requests', 'config', 'service'] as const).flatMap(what => differences(what, one[what], other[what])),
        ...differences('states', one.states, STATES),
        ...differences('settings', one.config.filter(line => before.config.includes(line)), before.config),
        ...differences('service', one.service, before.service),
        ...one.table ? ['the old table is still there'] : [],
        ...(await Promise.all(sites.map(goesOn))).flat(),
    ];
}

async function taken(site: Site): Promise<Taken> {
    return JSON.parse((await site.php([checkScript('requestsTaken')])).trim().split('\n').at(-1) ?? '') as Taken;
}

/** The schema is right, the service can be set up upon what was there, the tokens are sealed, and the requests can be listed. */
async function goesOn(site: Site): Promise<string[]> {
    const home = 'blocks/my_external_backup_restore_courses';
    await site.task(`${COMPONENT}\\task\\backup_restore_task`);
    const runs = [
        ['admin/cli/check_database_schema.php'],
        [`${home}/cli/install_server.php`],
        [`${home}/cli/requests.php`, '--list', '--state=failed'],
    ];
    const said: string[] = [];
    for (const run of runs) {
        const {code, stdout, stderr} = await site.tryPhp(run);
        said.push(...code === 0 ? [] : [`${site.name}: ${run.join(' ')}: ${code} ${stdout}${stderr}`]);
    }
    const [list] = await site.sql(`SELECT value FROM {config_plugins} WHERE plugin = '${COMPONENT}' AND name = 'external_moodles'`);
    return [...said, .../oldtoken/.test(list?.['value'] ?? 'oldtoken') ? [`${site.name}: tokens stand in plain text`] : []];
}
