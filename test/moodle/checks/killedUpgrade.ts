import {placePlugins} from '../plugins.ts';
import type {Site} from '../site.ts';
import {checkScript} from './facts.ts';

/**
 * Puts a plugin into a site and upgrades it, killed each time it first needs one of these classes. Gives the moments at which an upgrade
 * was not killed; what is left is an upgrade that has to be run once more.
 */
export async function killedUpgrade(site: Site, zip: string, moments: readonly string[]): Promise<string[]> {
    placePlugins([site], [zip]);
    const survived: string[] = [];
    for (const moment of moments) {
        const {code} = await site.tryPhp([
            '-d', `auto_prepend_file=${checkScript('killAt')}`, '-d', `kill_at=${moment}`, 'admin/cli/upgrade.php', '--non-interactive',
        ]);
        if (code !== null && code !== 137) {
            survived.push(`an upgrade was not killed at ${moment}`);
        }
        await site.php([checkScript('timePasses')]);
    }
    return survived;
}
