import {join} from 'node:path';
import type {Pair} from '../../moodle/pair.ts';
import type {Site} from '../../moodle/site.ts';
import {startHeard, type Heard} from '../../moodle/startPhp.ts';
import type {StandInDolibarr} from '../../standin/dolibarr/standInDolibarr.ts';

const PHP = join(import.meta.dirname, 'php');

/** What a scenario says when it went well; it throws where it did not. */
export type Scenario<D = StandInDolibarr> = (stage: Stage<D>) => Promise<string>;

/** The site on which scenarios are played, and the Dolibarr: one that is none, or a real one. */
export type Stage<D = StandInDolibarr> = {
    readonly site: Site;
    readonly dolibarr: D;
    /** A new course of learners, and an outbox with nothing in it. */
    readonly people: (learners: number) => Promise<{readonly course: number; readonly learners: readonly number[]}>;
    readonly configure: (key: string, presets?: string, setup?: Setup) => Promise<void>;
    readonly complete: (course: number, users: readonly number[]) => Promise<void>;
    /** Messages about so many activities of each learner. */
    readonly put: (course: number, users: readonly number[], each: number) => Promise<void>;
    /** Lets so many hours pass from a time on, with so many events of these learners; gives the time at which it ended. */
    readonly days: (course: number, users: readonly number[], from: number, hours: number, events: number) => Promise<number>;
    /** Checklists for learning time in the course, or none any more: the learners have ticked off what is said in checklists.php. */
    readonly checklists: (course: number, users: readonly number[] | null) => Promise<void>;
    /** What the test of the connection finds. */
    readonly connection: () => Promise<readonly Finding[]>;
    /** Has the database refuse, as where a disk is full, to write down that a message has arrived. */
    readonly full: (is: boolean) => Promise<void>;
    readonly drain: (...options: readonly string[]) => Heard;
    /** How many messages are in which state. */
    readonly states: () => Promise<Readonly<Record<string, number>>>;
    /** Lets the pauses be over. */
    readonly later: () => Promise<void>;
};

/** What a Dolibarr looks like, where it is not as usual: its address, what people are there, and to whom events belong. */
export type Setup = {readonly url?: string; readonly people?: 'contacts' | 'users' | 'members'; readonly owner?: number};

export type Finding = {readonly text: string; readonly well: boolean};

export function stageOn<D extends {readonly url: string}>({client: site, database}: Pair, dolibarr: D): Stage<D> {
    const ask = async (script: string, ...args: readonly (string | number)[]): Promise<string> =>
        (await site.php([join(PHP, script), ...args.map(String)])).trim().split('\n').at(-1) ?? '';
    return {
        site,
        dolibarr,
        people: async learners => JSON.parse(await ask('people.php', learners)) as {course: number; learners: number[]},
        configure: async (key, presets = 'registry', {url = dolibarr.url, people: of = 'contacts', owner = 1} = {}) => {
            await ask('configure.php', url, key, presets, of, owner);
        },
        connection: async () => JSON.parse(await ask('connection.php')) as Finding[],
        complete: async (course, users) => { await ask('complete.php', course, users.join()); },
        put: async (course, users, each) => { await ask('put.php', course, users.join(), each); },
        days: async (course, users, from, hours, events) => Number(await ask('days.php', course, users.join(), from, hours, events)),
        checklists: async (course, users) => { await ask('checklists.php', course, users?.join() ?? ''); },
        full: async is => {
            const kind = database.access.type === 'pgsql' ? 'pgsql' : 'mariadb';
            await site.sql(is ? FULL[kind] : EMPTY[kind]);
        },
        drain: (...options) => startHeard(site, [join(site.root, 'local/dolibarr/cli/drain.php'), ...options]),
        states: async () => {
            const rows = await site.sql('SELECT state, COUNT(*) AS n FROM {local_dolibarr_message} GROUP BY state');
            return Object.fromEntries(rows.map((row): [string, number] => [row['state'] ?? '', Number(row['n'])]));
        },
        later: async () => {
            await site.sql('UPDATE {local_dolibarr_message} SET timenext = 0');
            await site.sql('UPDATE {local_dolibarr_message} SET lease = 0');
            await site.sql('UPDATE {local_dolibarr_line} SET until = 0');
        },
    };
}

/** Triggers that fail where a message has arrived. */
const FULL = {
    mariadb: `CREATE TRIGGER full_disk BEFORE UPDATE ON {local_dolibarr_message} FOR EACH ROW
        SET NEW.timeended = IF(NEW.state = 'sent', (SELECT 1 UNION SELECT 2), NEW.timeended)`,
    pgsql: `CREATE OR REPLACE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN IF NEW.state = ''sent'' THEN RAISE EXCEPTION ''No space left on device''; END IF; RETURN NEW; END';
        CREATE TRIGGER full_disk BEFORE UPDATE ON {local_dolibarr_message} FOR EACH ROW EXECUTE FUNCTION full_disk()`,
} as const;

const EMPTY = {mariadb: 'DROP TRIGGER full_disk', pgsql: 'DROP TRIGGER full_disk ON {local_dolibarr_message}'} as const;
