import {execFileSync} from 'node:child_process';
import {describe, expect, it} from 'vitest';
import {configPhp} from '../../moodle/configPhp.ts';
import {placesOf} from '../../moodle/places.ts';

const places = placesOf({}, "/it's a \\ project");
const access = {type: 'mariadb', host: '127.0.0.1', port: 8489, user: 'root', password: "a'b\\"} as const;

/** What PHP makes of the text, without Moodle behind it. */
function settingsIn(php: string): Record<string, unknown> {
    const code = `${php.replace('<?php', '').replace(/require_once.*/, '')} echo json_encode($CFG);`;
    return JSON.parse(execFileSync('php', ['-r', code], {encoding: 'utf8'})) as Record<string, unknown>;
}

describe('config.php of a site', () => {
    it('is read back by PHP as it was meant, quotes and backslashes included', () => {
        const settings = settingsIn(configPhp(places.sites.server, places, access));
        expect(settings).toMatchObject({
            dbtype: 'mariadb', dbpass: "a'b\\", dbname: 'moodle_server', wwwroot: 'http://127.0.0.1:8481', dataroot: places.sites.server.data,
            dboptions: {dbport: 8489, dbcollation: 'utf8mb4_unicode_ci'}, smtphosts: '127.0.0.1:8485',
        });
    });

    it('keeps the sessions of the two sites apart, since cookies know no port', () => {
        const [client, server] = [places.sites.client, places.sites.server].map(site => settingsIn(configPhp(site, places, access)));
        expect(client?.['sessioncookie']).not.toBe(server?.['sessioncookie']);
    });

    it('gives PostgreSQL no collation', () => {
        expect(settingsIn(configPhp(places.sites.client, places, {...access, type: 'pgsql'}))['dboptions']).toEqual({dbport: 8489});
    });
});
