import {siteFails} from '../../build/diagnostics/harness.ts';
import {logOf} from './daemon.ts';
import type {Places} from './places.ts';
import {Refusal} from './refusal.ts';
import type {Site} from './site.ts';

/** A web server that answers is no Moodle yet: looks at a page, and refuses to call running what only prints an error. */
export async function lookAtSite(places: Places, site: Site): Promise<void> {
    const response = await fetch(`${site.url}/login/index.php`, {signal: AbortSignal.timeout(120_000)});
    const fault = faultOf(response.status, await response.text());
    if (fault !== null) {
        throw new Refusal(siteFails(site.url, fault, logOf(places, site.name)));
    }
}

/** What is wrong with a page, or null; full debugging prints an error into a page that says it is fine. */
export function faultOf(status: number, page: string): string | null {
    const printed = /(?:PHP )?(?:Fatal|Parse) error:[^\n<]*|Failed opening required[^\n<]*/.exec(page.replace(/<\/?b>/g, ''))?.[0];
    if (printed !== undefined) {
        return printed.trim();
    }
    return status >= 400 || page.trim() === '' ? `HTTP ${status}` : null;
}
