import {join} from 'node:path';
import type {Database} from './database.ts';
import {PHP_OPTIONS} from './phpOptions.ts';
import {phpEnvironment} from './php.ts';
import type {SitePlaces} from './places.ts';
import type {Row} from './rows.ts';
import {outcome, run, type Outcome} from './run.ts';
import type {Tree} from './tree.ts';

/** One Moodle of the pair, as tests and benchmarks use it. */
export type Site = SitePlaces & {
    readonly tree: Tree;
    /** Where plugins are put: the top of the copy, or its public/. */
    readonly root: string;
    /** What a process needs in its environment to run the PHP of this site. */
    readonly env: Readonly<Record<string, string>>;
    /** Runs a PHP file in the site; it finds the site in the environment: `require(getenv('MOODLE_SITE_DIR') . '/config.php');` */
    php(args: readonly string[], input?: string): Promise<string>;
    /** The same, whatever the exit code is. */
    tryPhp(args: readonly string[], input?: string): Promise<Outcome>;
    /** Rows as objects; every value is text, or null. `{course}` stands for the table's full name. */
    sql(query: string): Promise<Row[]>;
    cron(): Promise<string>;
    /** Runs one scheduled task by its class, or the ad hoc tasks of that class. */
    task(name: string): Promise<string>;
    /** As admin/cli/cfg.php does; null removes the setting. */
    set(name: string, value: string | number | null, component?: string): Promise<void>;
};

export function siteOf(places: SitePlaces, tree: Tree, database: Database): Site {
    const env = {...phpEnvironment(places.programs), MOODLE_SITE_DIR: places.dir};
    const within = {cwd: places.dir, env};
    const php = (args: readonly string[], input = ''): Promise<string> => run('php', [...PHP_OPTIONS, ...args], {...within, input});
    const tryPhp = (args: readonly string[], input = ''): Promise<Outcome> => outcome('php', [...PHP_OPTIONS, ...args], {...within, input});
    return {
        ...places,
        tree,
        env,
        root: join(places.dir, tree.webRoot),
        php,
        tryPhp,
        sql: query => database.query(places.databaseName, query.replace(/\{(\w+)\}/g, 'mdl_$1')),
        cron: () => php(['admin/cli/cron.php', '--keep-alive=0']),
        task: name => php(taskArguments(name)),
        set: async (name, value, component) => {
            await php([
                'admin/cli/cfg.php', `--name=${name}`, ...(component === undefined ? [] : [`--component=${component}`]),
                value === null ? '--unset' : `--set=${value}`,
            ]);
        },
    };
}

/** Scheduled tasks are told from ad hoc ones by name only: 'adhoc:\x\task\y' asks for the queued ones. */
export function taskArguments(name: string): readonly string[] {
    return name.startsWith('adhoc:')
        ? ['admin/cli/adhoc_task.php', '--execute', `--classname=${name.slice('adhoc:'.length)}`]
        : ['admin/cli/scheduled_task.php', `--execute=${name}`];
}
