import {existsSync, readFileSync} from 'node:fs';
import {isRunning, logOf} from './daemon.ts';
import {PASSWORD, fixtureAt} from './fixture.ts';
import {listMails} from './mails.ts';
import type {Pair} from './pair.ts';
import {addedPlugins} from './plugins.ts';
import type {Places} from './places.ts';
import {tail} from './run.ts';

const PROGRAMS = ['client', 'server', 'database', 'mails'] as const;

/** What runs, where, and who may log in, as lines for people. */
export function statusLines(pair: Pair): string[] {
    const {places} = pair;
    const runs = (name: string): string => isRunning(places, name) ? 'runs' : 'down';
    const sites = [pair.client, pair.server].map(site =>
        `${site.name.padEnd(9)} ${runs(site.name)}  ${site.url}  Moodle ${site.tree.release}, ${addedPlugins(site).join(', ') || 'no plugin of ours'}`);
    return [
        ...sites,
        `database  ${pair.database.ownFiles ? runs('database') : 'yours'}  ${pair.record.database} at ${pair.database.access.host}:${pair.database.access.port}`,
        `mails     ${runs('mails')}  http://127.0.0.1:${places.mail.pagePort}  ${listMails({}, places.mail.file).length} caught`,
        `accounts  admin, ${fixtureAt(0).people.map(person => person.username).join(', ')}; password of all: ${PASSWORD}`,
        `folder    ${places.state}`,
    ];
}

/** The end of the log of one program, or of all. */
export function logLines(places: Places, name: string | null, lines: number): string[] {
    return (name === null ? PROGRAMS : [name]).flatMap(one => {
        const file = logOf(places, one);
        return existsSync(file) ? [`== ${one}: ${file}`, tail(readFileSync(file, 'utf8'), lines)] : [];
    });
}
