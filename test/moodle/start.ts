import {fileURLToPath} from 'node:url';
import {readArguments} from './arguments.ts';
import {fixtureAt, PASSWORD} from './fixture.ts';
import {ensureMachine} from './machine.ts';
import {openPair, type Pair} from './pair.ts';
import {placesOf} from './places.ts';
import {installPlugins} from './plugins.ts';
import {PROJECT} from './project.ts';
import {Refusal} from './refusal.ts';
import {run} from './run.ts';
import {down, up} from './up.ts';

const DEMO = fileURLToPath(new URL('php/demo.php', import.meta.url));
const say = (line: string): void => console.log(line);

/** Where to look first, and as whom. */
async function linesOf({client, server, places}: Pair): Promise<string[]> {
    const courses = await client.sql('SELECT id, fullname FROM {course} WHERE category > 0 ORDER BY id');
    return [
        '',
        ...courses.map(course => `${client.url}/course/view.php?id=${course['id'] ?? ''}  ${course['fullname'] ?? ''}`),
        `${client.url}/my/  the dashboard`,
        `${client.url}/admin/search.php  the administration (as admin)`,
        `${server.url}/  the second site, whose courses can be brought over`,
        `http://127.0.0.1:${places.mail.pagePort}/  every mail that the sites sent`,
        '',
        `Log in as admin, ${fixtureAt(0).people.map(person => person.username).join(', ')}. The password of all is ${PASSWORD}.`,
    ];
}

/** The pair with our plugins in it, ready to be clicked through. */
async function start(args: readonly string[]): Promise<void> {
    const places = placesOf(process.env, PROJECT);
    const detach = args.includes('--detach');
    const {wanted} = readArguments(['up', ...args.filter(arg => arg !== '--detach')]);
    await ensureMachine(['php'], say);
    say('Building the plugins');
    await run(process.execPath, ['--import', 'tsx', 'build/cli.ts', '--zip'], {cwd: PROJECT});
    say('Bringing up two Moodles');
    await up(places, wanted, say);
    const pair = openPair(places);
    say('Installing the plugins');
    await installPlugins([pair.client, pair.server]);
    await Promise.all([pair.client, pair.server].map(site => site.php([DEMO])));
    (await linesOf(pair)).forEach(say);
    if (detach) {
        say('The sites stay up until `npm run moodle -- down`.');
        return;
    }
    say('Ctrl-C ends both sites.');
    await interrupted();
    await down(places);
}

/** A timer keeps the program waiting: the sites run in processes of their own. */
function interrupted(): Promise<void> {
    return new Promise(resolve => {
        const waiting = setInterval(() => undefined, 60_000);
        for (const name of ['SIGINT', 'SIGTERM'] as const) {
            process.once(name, () => { clearInterval(waiting); resolve(); });
        }
    });
}

try {
    await start(process.argv.slice(2));
} catch (problem) {
    if (!(problem instanceof Refusal)) {
        throw problem;
    }
    console.error(problem.message);
    process.exitCode = 2;
}
