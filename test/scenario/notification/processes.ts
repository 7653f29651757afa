import {join} from 'node:path';
import {setTimeout as wait} from 'node:timers/promises';
import type {Site} from '../../moodle/site.ts';
import {startHeard, type Heard} from '../../moodle/startPhp.ts';

/** A run of the command line over some courses, or over all, in a process of its own. */
export function startRun(site: Site, courses: readonly number[] | null, ...options: readonly string[]): Heard {
    const command = join(site.root, 'blocks/course_notification/cli/process_notifications.php');
    return startHeard(site, [command, ...courses === null ? [] : [`--courses=${courses.join()}`], ...options]);
}

/** How many notifications Moodle has taken from the plugin: the truth, whatever the plugin remembers. */
export async function notified(site: Site): Promise<number> {
    return Number((await site.sql("SELECT COUNT(*) AS n FROM {notifications} WHERE component = 'block_course_notification' AND eventtype <> 'trouble'"))[0]?.['n']);
}

export async function untilNotified(site: Site, count: number): Promise<void> {
    while (await notified(site) < count) {
        await wait(50);
    }
}

/** Waits until the mail server has kept as many mails. */
export async function untilMailed(mails: {list(): readonly unknown[]}, count: number): Promise<void> {
    while (mails.list().length < count) {
        await wait(20);
    }
}

/** Lets a day pass for the mails that wait for another try. */
export async function later(site: Site, courses: readonly number[]): Promise<void> {
    await site.sql(`UPDATE {block_course_notification_sent} SET timenext = timenext - 86400 WHERE timenext > 0 AND courseid IN (${courses.join()})`);
}

/** People who got the same thing twice. */
export async function twice(site: Site): Promise<number> {
    const rows = await site.sql(`SELECT useridto, eventtype, contexturl FROM {notifications} WHERE component = 'block_course_notification' AND eventtype <> 'trouble'
        GROUP BY useridto, eventtype, contexturl HAVING COUNT(*) > 1`);
    return rows.length;
}

/** What the plugin remembers of some courses: how many messages of each state. */
export async function states(site: Site, courses: readonly number[]): Promise<Readonly<Record<string, number>>> {
    const rows = await site.sql(`SELECT state, COUNT(*) AS n FROM {block_course_notification_sent} WHERE courseid IN (${courses.join()}) GROUP BY state`);
    return Object.fromEntries(rows.map((row): [string, number] => [row['state'] ?? '', Number(row['n'])]));
}

/** The addresses of the people whose messages have come to some state. */
export async function ledger(site: Site, courses: readonly number[], state: string): Promise<readonly string[]> {
    const rows = await site.sql(`SELECT u.email FROM {block_course_notification_sent} s JOIN {user} u ON u.id = s.userid
        WHERE s.state = '${state}' AND s.courseid IN (${courses.join()})`);
    return rows.map(row => row['email'] ?? '');
}
