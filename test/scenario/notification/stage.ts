import {join} from 'node:path';
import type {Pair} from '../../moodle/pair.ts';
import type {Site} from '../../moodle/site.ts';

const PHP = join(import.meta.dirname, 'php');

/** What a scenario says when it went well; it throws where it did not. */
export type Scenario = (stage: Stage) => Promise<string>;

/** The site on which scenarios are played, and what they ask of it. */
export type Stage = {
    readonly site: Site;
    readonly mails: Pair['mails'];
    /** Makes courses with learners who are due, and gives the ids of the courses. */
    readonly people: (name: string, courses: number, learners: number, broken?: number, mixed?: 'mixed') => Promise<readonly number[]>;
    /** A digest of each table of the site. */
    readonly digest: () => Promise<Readonly<Record<string, string>>>;
    readonly deleteCourse: (id: number) => Promise<void>;
    /** Takes the line to the database from everybody who is at work. */
    readonly loseDatabase: () => Promise<void>;
    /** Lets the run that wrote to the learners of a course have died two hours ago; gives what the report shows of them. */
    readonly showUnsure: (course: number) => Promise<readonly string[]>;
};

export function stageOn({client: site, mails}: Pair): Stage {
    const ask = async (script: string, ...args: readonly (string | number)[]): Promise<string> =>
        (await site.php([join(PHP, script), ...args.map(String)])).trim().split('\n').at(-1) ?? '';
    return {
        site,
        mails,
        people: async (name, courses, learners, broken = 0, mixed) =>
            JSON.parse(await ask('people.php', name, courses, learners, broken, mixed ?? '')) as number[],
        digest: async () => JSON.parse(await ask('digest.php')) as Record<string, string>,
        loseDatabase: async () => { await ask('loseDatabase.php'); },
        deleteCourse: async id => { await ask('deleteCourse.php', id); },
        showUnsure: async course => JSON.parse(await ask('unsure.php', course)) as string[],
    };
}
