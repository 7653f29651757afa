import type {DatabaseAccess} from './database.ts';
import type {Places, SitePlaces} from './places.ts';

/** The config.php of one site. What a test may want to change is not said here but in the site's own settings. */
export function configPhp(site: SitePlaces, places: Places, database: DatabaseAccess): string {
    const settings: Record<string, unknown> = {
        dbtype: database.type,
        dblibrary: 'native',
        dbhost: database.host,
        dbname: site.databaseName,
        dbuser: database.user,
        dbpass: database.password,
        prefix: 'mdl_',
        dboptions: {dbport: database.port, ...(database.type === 'pgsql' ? {} : {dbcollation: 'utf8mb4_unicode_ci'})},
        wwwroot: site.url,
        dataroot: site.data,
        admin: 'admin',
        directorypermissions: 0o2777,
        // Both sites are on one host, and cookies know no port.
        sessioncookie: site.name,
        smtphosts: `127.0.0.1:${places.mail.smtpPort}`,
        noreplyaddress: `noreply@${site.name}.example.com`,
        phpunit_prefix: 'phpu_',
        phpunit_dataroot: site.phpunitData,
    };
    const lines = Object.entries(settings).map(([name, value]) => `$CFG->${name} = ${phpValue(value)};`);
    return ['<?php', 'unset($CFG);', 'global $CFG;', '$CFG = new stdClass();', ...lines, "require_once(__DIR__ . '/lib/setup.php');", ''].join('\n');
}

function phpValue(value: unknown): string {
    if (typeof value === 'object' && value !== null) {
        return `[${Object.entries(value).map(([key, item]) => `${phpValue(key)} => ${phpValue(item)}`).join(', ')}]`;
    }
    return typeof value === 'number' ? String(value) : `'${String(value).replace(/[\\']/g, '\\$&')}'`;
}
