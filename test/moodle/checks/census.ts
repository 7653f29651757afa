import type {Site} from '../site.ts';
import {checkScript} from './facts.ts';

/** What of a plugin is in a site: all tables there are, and each row that names it. */
export type Census = {readonly tables: readonly string[]; readonly rows: readonly string[]};

export async function takeCensus(site: Site, component: string): Promise<Census> {
    return JSON.parse(await site.php([checkScript('census'), component])) as Census;
}

/** What a plugin left behind: tables that were not there before, besides those of others that are installed, and rows that name it. */
export function leftBehind(before: Census, after: Census, others: readonly string[] = []): string[] {
    return [
        ...after.tables.filter(table => !before.tables.includes(table) && !others.some(other => table.startsWith(other))).map(table => `table ${table}`),
        ...after.rows.filter(row => !before.rows.includes(row)),
    ];
}
