import {cpSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import type {Site} from '../../moodle/site.ts';

/** The outputs of the signal that the scenario sends, and the one that throws among them. */
const OUTPUTS = {name: 'message_provider_block_course_notification_firstassign_enabled', usual: 'email,popup', broken: 'email,popup,thrower'};

/** Does some work while the site has a message output that throws for one person in three. */
export async function withThrower<T>(site: Site, work: () => Promise<T>): Promise<T> {
    const folder = join(site.root, 'message/output/thrower');
    cpSync(join(import.meta.dirname, 'thrower'), folder, {recursive: true});
    try {
        await site.php(['admin/cli/upgrade.php', '--non-interactive']);
        await site.set(OUTPUTS.name, OUTPUTS.broken, 'message');
        await site.set('thrower_provider_block_course_notification_firstassign_locked', 0, 'message');
        return await work();
    } finally {
        await site.set(OUTPUTS.name, OUTPUTS.usual, 'message');
        await site.php(['admin/cli/uninstall_plugins.php', '--plugins=message_thrower', '--run']);
        rmSync(folder, {recursive: true, force: true});
        // A folder less is an upgrade, too.
        await site.php(['admin/cli/upgrade.php', '--non-interactive']);
        await site.php(['admin/cli/purge_caches.php']);
    }
}
