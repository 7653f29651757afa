import {fileURLToPath} from 'node:url';
import {installPlugins, uninstallPlugin} from '../plugins.ts';
import type {Site} from '../site.ts';
import {differences} from './differences.ts';
import {checkScript} from './facts.ts';
import {killedUpgrade} from './killedUpgrade.ts';

const COMPONENT = 'block_course_notification';
const FIXTURE = fileURLToPath(new URL('fixtures/earlierPlugin.json', import.meta.url));
const DAY = 86400;

/** Moments at which an upgrade is killed: when it first needs these classes, one in the middle of each thing it does. */
const MOMENTS = [
    'upgrade/upstream', 'facts/earlier_config', 'upgrade/upstream_settings', 'upgrade/upstream_marks', 'upgrade/upstream_roles',
    'plan/reconciler', 'plan/agenda',
];

/** What an upgrade leaves, each thing as lines in names that are the same on all sites. */
type Left = Readonly<Record<'blocks' | 'sent' | 'due' | 'config' | 'roles', readonly string[]>> & {readonly table: boolean};

/**
 * Two sites of the plugin that had this name before are upgraded: one at a stretch, the other killed time and again. They must end
 * alike; and then days go by on the one that was killed.
 */
export async function earlierPlugin(killed: Site, whole: Site, zip: string): Promise<string[]> {
    const now = Math.floor(Date.now() / 1000);
    for (const site of [killed, whole]) {
        if ((await site.sql(`SELECT 1 FROM {block} WHERE name = 'course_notification'`)).length > 0) {
            await uninstallPlugin(site, COMPONENT);
        }
    }
    await Promise.all([killed, whole].map(site => site.php([checkScript('earlierSite'), String(now), FIXTURE])));
    await installPlugins([whole], [zip]);
    const survived = await killedUpgrade(killed, zip, MOMENTS.map(moment => `${COMPONENT}/local/${moment}`));
    const said = await killed.php(['admin/cli/upgrade.php', '--non-interactive']);
    const [one, other] = await Promise.all([left(killed), left(whole)]);
    return [
        ...survived,
        ...(['blocks', 'sent', 'due', 'config', 'roles'] as const).flatMap(what => differences(what, one[what], other[what])),
        ...one.table ? ['the old table is still there'] : [],
        ...one.due.length === 0 ? ['nothing is planned'] : [],
        ...said.includes('Apprentice') ? [] : ['the role that may not be notified is not named'],
        ...await daysGoBy(killed, now),
    ];
}

/** What people get after the upgrade, at several moments: those who should be told are, and nobody is told again. */
async function daysGoBy(site: Site, now: number): Promise<string[]> {
    const moments: readonly [string, number, readonly string[]][] = [
        ['at once', 0, ['new firstassign']],
        ['when all is switched on again', 3600, []],
        ['when the end is five days away', DAY + 3600, ['ending fivedaystoend']],
        ['after a week', 7 * DAY + 7200, [
            'called inactive', 'ending closed', 'gone firstcall', 'new firstcall', 'pluginoff firstcall', 'stopped firstcall', 'suspended firstcall', 'told firstcall',
        ]],
    ];
    const problems: string[] = [];
    for (const [when, after, expected] of moments) {
        if (after === 3600) {
            await site.php([checkScript('switchOn')]);
        }
        await site.sql("DELETE FROM {notifications} WHERE component = 'block_course_notification'");
        const said = await site.php([checkScript('runAt'), String(now + after)]);
        problems.push(...differences(`mails ${when}`, await told(site), expected));
        if (after === 0 && !said.includes('Nothing to repair')) {
            problems.push(`the nightly check found something to repair: ${said.split('\n')[0]}`);
        }
        if (after === 0) {
            const {code, stdout} = await site.tryPhp(['admin/cli/checks.php', `--filter=${COMPONENT}`, '--verbose']);
            problems.push(...code === 0 ? [] : [`the status check: ${stdout}`]);
        }
    }
    return problems;
}

async function told(site: Site): Promise<string[]> {
    const rows = await site.sql(`SELECT u.username, n.eventtype FROM {notifications} n JOIN {user} u ON u.id = n.useridto
        WHERE n.component = 'block_course_notification'`);
    return rows.map(row => `${row['username']?.replace('earlier-', '')} ${row['eventtype']}`).toSorted();
}

async function left(site: Site): Promise<Left> {
    return JSON.parse((await site.php([checkScript('takenOver')])).trim().split('\n').at(-1) ?? '') as Left;
}
