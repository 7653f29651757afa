import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {dolibarrMissing} from '../../../build/diagnostics/checks.ts';
import {formatDiagnostic} from '../../../build/diagnostics/diagnostic.ts';
import {commandOutcome} from '../../steps/commandStep.ts';
import type {Outcome, Step} from '../../steps/step.ts';
import {FAILED, PASSED, SKIPPED} from '../../steps/tally.ts';
import type {Pair} from '../pair.ts';
import {dolibarrTree} from '../../dolibarr/dolibarrTree.ts';
import {dolibarrScenario, realScenario} from '../../scenario/dolibarr/dolibarrScenario.ts';
import {notificationScenario} from '../../scenario/notification/notificationScenario.ts';
import type {Played as Outcomes} from '../../scenario/outcome.ts';
import {restoreScenario, type Played} from '../../scenario/restore/restoreScenario.ts';
import {installPlugins, pluginDir, uninstallPlugin} from '../plugins.ts';
import type {Site} from '../site.ts';
import {browserCodeFindings} from './browserCode.ts';
import type {Cell} from './cells.ts';
import {codingStandard} from './codingStandard.ts';
import {directoryFindings} from './directory.ts';
import {earlierPlugin} from './earlierPlugin.ts';
import {earlierRequests} from './earlierRequests.ts';
import {checkScript, readFacts} from './facts.ts';
import {leftBehind, takeCensus, type Census} from './census.ts';
import {pageFindings, pagesOf, visitorsOf} from './pages.ts';
import {phpdoc} from './phpdoc.ts';
import {phpmd} from './phpmd.ts';
import {phpstan} from './phpstan.ts';
import {initPhpunit, runPhpunit} from './phpunit.ts';
import {savepointFindings} from './savepoints.ts';
import {complaints} from './complaints.ts';
import type {Shipped} from './shipped.ts';

/** The sites of an earlier plugin that one of ours takes over. */
const TAKEOVERS: Readonly<Record<string, {readonly name: string; readonly check: (client: Site, server: Site, zip: string) => Promise<string[]>}>> = {
    block_course_notification: {name: 'a site of the earlier plugin upgraded, killed in between, and used for a week', check: earlierPlugin},
    block_my_external_backup_restore_courses: {name: 'a site of the earlier plugin upgraded, killed in between, with all its requests', check: earlierRequests},
};

/** Scenarios of the restore by part of their names: one of each manner; all of them take minutes. */
const RESTORES = [
    'a course comes, all of it', 'proved and not sent', 'the line is cut in the middle', 'never comes back', 'killed while it transfers',
    'killed while it restores, in the middle', 'hashes that the backup does not hold', 'the token is in no page',
];

/** Everything that is checked in one cell, in the order in which an admin would live through it. */
export function cellSteps(cell: Cell, pair: Pair, plugins: readonly Shipped[]): Step[] {
    const {client, server} = pair;
    const own = plugins.filter(plugin => !plugin.golden);
    const sites = [client, server];
    const before = new Map<string, Census>();
    const named = (steps: readonly Step[]): Step[] => steps.map(step => ({...step, name: `${cell.name}: ${step.name}`}));
    const install: Step[] = [
        step('both sites before any plugin', async () => {
            for (const {component} of plugins) {
                before.set(component, await takeCensus(client, component));
            }
            return [];
        }),
        step('the zips of all plugins installed on both sites', async () => {
            await installPlugins(sites, own.map(plugin => plugin.zip));
            return [];
        }),
        step('the database is as install.xml says', async () => schemaFindings(sites)),
        step('the JavaScript of the whole site after a purge', () => browserCodeFindings(client, own.map(({component}) => component))),
    ];
    const pages = own.filter(({model}) => pagesOf(model).size > 0).map(({component, model}) =>
        step(`${component}: its pages, as somebody who may and as those who may not, and posts without the key of the session`, async () => {
            const visitors = await visitorsOf(client);
            const found: string[] = [];
            for (const [path, page] of pagesOf(model)) {
                found.push(...(await pageFindings(client, model, path, page, visitors)).map(finding => `${path}: ${finding}`));
            }
            return found;
        }));
    const looks = own.flatMap(plugin => looksAt(client, plugin, cell, pair.places.cache));
    // The tests that are made for the golden plugin know no database and no version of Moodle either.
    const guests = cell.name === '405-mariadb' ? plugins.filter(plugin => plugin.golden) : [];
    const phpunit: Step[] = [
        {
            name: 'PHPUnit made ready',
            run: async () => {
                if (guests.length > 0) {
                    await installPlugins([client], guests.map(({zip}) => zip));
                }
                return commandOutcome(await initPhpunit(pair, client), 'init.php');
            },
        },
        ...[...own, ...guests].map(({component}): Step => ({name: `${component}: PHPUnit`, run: () => runPhpunit(client, component)})),
        ...guests.map(({component}) => step(`${component}: uninstalled after its tests`, async () => {
            await uninstallPlugin(client, component);
            // A folder less is an upgrade too, without which no task is run.
            await client.php(['admin/cli/upgrade.php', '--non-interactive']);
            return [];
        })),
    ];
    // Real runs depend on the database, and not on the version of Moodle.
    const scenarios: Step[] = cell.branches.client !== '405' ? [] : [
        step('block_course_notification: real runs that are killed, meet, fail and are counted', async () =>
            (await notificationScenario(pair)).filter(({passed}) => !passed).map(({name, said}) => `${name}: ${said}`)),
        ...own.some(({component}) => component === 'local_dolibarr') ? dolibarrSteps(pair, cell) : [],
        step('block_my_external_backup_restore_courses: courses come over a line that is cut, by workers that are killed', () => playedRestores(pair)),
    ];
    const posts: Step[] = cell.branches.client !== '405' ? [] : [
        step('block_course_notification: random posts to its pages, forms and functions are answered in words', async () =>
            JSON.parse(await client.php([checkScript('fuzz'), '300', '60', '1'])) as string[]),
    ];
    // The last of all: it leaves a site with people and courses of its own.
    const takeover: Step[] = cell.branches.client !== '405' ? [] : own.flatMap(({component, zip}) => {
        const takes = TAKEOVERS[component];
        return takes === undefined ? [] : [step(`${component}: ${takes.name}`, () => takes.check(client, server, zip))];
    });
    const lives = plugins.flatMap(plugin =>
        life(client, plugin, plugins.filter(other => other !== plugin).map(({component}) => component), before, cell, pair.places.cache));
    return named(cell.depth === 'brief' ? [...install, ...phpunit] : [...install, ...looks, ...pages, ...phpunit, ...scenarios, ...posts, ...lives, ...takeover]);
}

/** The link to Dolibarr, with one that is none, and with a real one where there is a tree of it. */
function dolibarrSteps(pair: Pair, cell: Cell): Step[] {
    const failed = (played: readonly Outcomes[]): string[] => played.filter(({passed}) => !passed).map(({name, said}) => `${name}: ${said}`);
    const tree = dolibarrTree(process.env, pair.places.cache);
    const missing = {tally: SKIPPED, detail: formatDiagnostic(dolibarrMissing(join(pair.places.cache, 'dolibarr-19')))};
    const real = tree === null
        ? {name: 'local_dolibarr: a real Dolibarr', run: () => Promise.resolve(missing)}
        : step('local_dolibarr: a real Dolibarr', async () => failed(await realScenario(pair, tree)));
    return [
        step('local_dolibarr: drains that are killed, meet and fail, and what Dolibarr asks of Moodle', async () => failed(await dolibarrScenario(pair, '', false))),
        // What Dolibarr answers depends on no database of Moodle's.
        ...cell.database === 'mariadb' ? [real] : [],
    ];
}

/** What went wrong in the chosen scenarios; a part of a name that none has is told as well. */
async function playedRestores(pair: Pair): Promise<string[]> {
    const all: Played[] = [];
    await restoreScenario(pair, RESTORES, played => all.push(played));
    return [
        ...RESTORES.filter(part => !all.some(({name}) => name.includes(part))).map(part => `${part}: there is no such scenario`),
        ...all.filter(({outcome}) => outcome !== 'passed').map(({name, outcome, said}) => `${name}: ${outcome} ${said}`),
    ];
}

/** Looks at an installed plugin. The coding standard knows no database and no version of Moodle, so one cell answers for all. */
function looksAt(site: Site, {component, model}: Shipped, cell: Cell, cache: string): Step[] {
    const standard: Step[] = cell.name !== '405-mariadb' ? [] : [
        {name: `${component}: Moodle's coding standard`, run: () => codingStandard(pluginDir(site, component))},
        {name: `${component}: Moodle's checker of documentation`, run: () => phpdoc(site, component)},
        {name: `${component}: PHPMD, what nobody uses`, run: () => phpmd(pluginDir(site, component))},
        {name: `${component}: PHPStan, for the oldest and the newest PHP`, run: () => phpstan(site, component, cache)},
    ];
    return [
        step(`${component}: validation of the plugins directory`, async () => directoryFindings(await readFacts(site, component)).map(formatDiagnostic)),
        step(`${component}: its savepoints`, async () => {
            const upgrade = join(pluginDir(site, component), 'db/upgrade.php');
            return existsSync(upgrade) ? savepointFindings(readFileSync(upgrade, 'utf8'), component, model.spec.version).map(formatDiagnostic) : [];
        }),
        step(`${component}: its templates, shown with their examples`, async () => JSON.parse(await site.php([checkScript('mustacheLint'), component])) as string[]),
        ...standard,
        step(`${component}: its tasks are silent at full debugging`, async () => complaints(await runTasks(site, component))),
    ];
}

/** Uninstall, install as an older site has it, upgrade, use, uninstall: nothing may stay behind. */
function life(
    site: Site, plugin: Shipped, others: readonly string[], before: ReadonlyMap<string, Census>, cell: Cell, cache: string,
): Step[] {
    const {component, zip, previousZip, golden} = plugin;
    const empty: Census = {tables: [], rows: []};
    return [
        ...golden ? [] : [step(`${component}: uninstalled, nothing is left`, async () => {
            await site.php([checkScript('useplugin'), component]);
            await uninstallPlugin(site, component);
            return leftBehind(before.get(component) ?? empty, await takeCensus(site, component), others);
        })],
        step(`${component}: the version before it installed`, async () => {
            await installPlugins([site], [previousZip]);
            return [];
        }),
        step(`${component}: upgraded, with the tables of a new installation`, async () => {
            await installPlugins([site], [zip]);
            return schemaFindings([site]);
        }),
        ...golden ? looksAt(site, plugin, cell, cache) : [],
        step(`${component}: used and uninstalled after the upgrade, nothing is left`, async () => {
            await site.php([checkScript('useplugin'), component]);
            await uninstallPlugin(site, component);
            return leftBehind(before.get(component) ?? empty, await takeCensus(site, component), others);
        }),
    ];
}

async function schemaFindings(sites: readonly Site[]): Promise<string[]> {
    const said = await Promise.all(sites.map(async site => ({site, ...await site.tryPhp(['admin/cli/check_database_schema.php'])})));
    return said.filter(({code}) => code !== 0).map(({site, stdout, stderr}) => `${site.name}: ${stdout}${stderr}`);
}

async function runTasks(site: Site, component: string): Promise<string> {
    const tasks = await site.sql(`SELECT classname FROM {task_scheduled} WHERE component = '${component}'`);
    const said: string[] = [];
    for (const {classname} of tasks) {
        const {stdout, stderr, code} = await site.tryPhp(['admin/cli/scheduled_task.php', `--execute=${classname}`, '--force']);
        said.push(stdout, stderr, ...code === 0 ? [] : [`Fatal: ${classname} ended with ${code}`]);
    }
    return said.join('\n');
}

/** A step that passes when it finds nothing. */
function step(name: string, find: () => Promise<readonly string[]>): Step {
    return {
        name,
        run: async (): Promise<Outcome> => {
            const found = await find();
            return {tally: found.length === 0 ? PASSED : FAILED, detail: found.join('\n')};
        },
    };
}
