import {fileURLToPath} from 'node:url';
import {daemonNames, startDaemon, stopDaemon} from './daemon.ts';
import type {Database} from './database.ts';
import {SITE_NAMES, type Places} from './places.ts';
import {PROJECT} from './project.ts';
import type {PairRecord} from './record.ts';
import {startWeb, stopWeb} from './web.ts';

const CATCHER = fileURLToPath(new URL('mailCatcher.ts', import.meta.url));

/** Starts every program of the pair that does not run yet. */
export async function startPrograms(places: Places, database: Database, trees: PairRecord['trees']): Promise<void> {
    await database.start();
    await startDaemon(places, {
        name: 'mails', port: places.mail.smtpPort, command: process.execPath, cwd: PROJECT,
        args: ['--import', 'tsx', CATCHER, String(places.mail.smtpPort), String(places.mail.pagePort), places.mail.file],
    });
    for (const name of SITE_NAMES) {
        await startWeb(places, places.sites[name], trees[name]);
    }
}

export async function stopSites(places: Places): Promise<void> {
    for (const name of SITE_NAMES) {
        await stopWeb(places, places.sites[name]);
    }
}

/** Ends every program of the pair; the sites stay as they are. */
export async function down(places: Places): Promise<void> {
    // The web first: a page that loses its database fills the log.
    for (const name of daemonNames(places).sort((a, b) => Number(a === 'database') - Number(b === 'database'))) {
        await stopDaemon(places, name);
    }
}
