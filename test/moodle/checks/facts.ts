import {fileURLToPath} from 'node:url';
import type {Site} from '../site.ts';

/** What an installed plugin declares, as Moodle itself reads it. */
export type Facts = {
    readonly dir: string;
    readonly type: string;
    readonly name: string;
    readonly version: Readonly<Record<string, unknown>>;
    readonly capabilities: readonly string[];
    /** Capabilities to write that name no risk. */
    readonly riskless: readonly string[];
    readonly messages: readonly string[];
    readonly caches: readonly string[];
    readonly tables: Readonly<Record<string, readonly string[]>>;
    readonly langs: Readonly<Record<string, readonly string[]>>;
    readonly missingclasses: readonly string[];
    readonly privacy: {readonly exists: boolean; readonly null: boolean; readonly users: boolean};
};

export async function readFacts(site: Site, component: string): Promise<Facts> {
    return JSON.parse(await site.php([checkScript('facts'), component])) as Facts;
}

/** The path of one of the PHP files beside these checks, which run inside the site. */
export function checkScript(name: string): string {
    return fileURLToPath(new URL(`php/${name}.php`, import.meta.url));
}
