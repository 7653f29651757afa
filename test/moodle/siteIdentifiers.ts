import {randomBytes} from 'node:crypto';
import {rmSync} from 'node:fs';
import {join} from 'node:path';
import type {Site} from './site.ts';

/**
 * Moodle tells "this very site" from "another site" by an identifier, on which a restore decides whose users and files are whose. The
 * second site was made as a copy of the first: it gets an identifier of its own, or on demand that of the client.
 */
export async function setSiteIdentifiers(client: Site, server: Site, same: boolean): Promise<void> {
    const [clients, servers] = await Promise.all([client, server].map(identifierOf));
    if ((clients === servers) !== same) {
        await server.set('siteidentifier', same ? clients ?? '' : `${randomBytes(16).toString('hex')}127.0.0.1`);
        // Moodle writes the identifier into files, and believes them before its database.
        for (const folder of ['cache', 'localcache']) {
            rmSync(join(server.data, folder, 'bootstrap.php'), {force: true});
        }
    }
    // Moodle keeps the identifier in files too, believes them, and does not write them anew.
    ['cache', 'localcache'].forEach(folder => rmSync(join(server.data, folder, 'bootstrap.php'), {force: true}));
}

async function identifierOf(site: Site): Promise<string> {
    const [row] = await site.sql("SELECT value FROM {config} WHERE name = 'siteidentifier'");
    return row?.['value'] ?? '';
}
