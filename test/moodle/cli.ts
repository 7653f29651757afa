import {openPair} from './pair.ts';
import {placesOf} from './places.ts';
import {PROJECT} from './project.ts';
import {Refusal} from './refusal.ts';
import {down, reset, up} from './up.ts';
import {rmSync} from 'node:fs';
import {needRecord} from './record.ts';

const places = placesOf(process.env, PROJECT);
const say = (line: string): void => console.log(line);
const [verb, ...rest] = process.argv.slice(2);
const option = (name: string): string | null => { const at = rest.indexOf(name); return at < 0 ? null : rest[at + 1] ?? null; };

try {
    if (verb === 'up') {
        const branch = option('--branch');
        await up(places, {
            branches: {client: option('--client-branch') ?? branch, server: option('--server-branch') ?? branch},
            database: option('--db') as 'pgsql' | null, clone: rest.includes('--clone'),
        }, say);
        say(`client ${places.sites.client.url}, server ${places.sites.server.url}, mails http://127.0.0.1:${places.mail.pagePort}`);
    } else if (verb === 'down') {
        await down(places);
        if (rest.includes('--remove')) {
            rmSync(places.state, {recursive: true, force: true});
        }
    } else if (verb === 'reset') {
        await reset(places, needRecord(places), say);
    } else if (verb === 'sql') {
        console.table(await openPair()[rest[0] as 'client'].sql(rest[1] ?? ''));
    }
} catch (problem) {
    if (!(problem instanceof Refusal)) {
        throw problem;
    }
    console.error(problem.message);
    process.exitCode = 2;
}
