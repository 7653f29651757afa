import {rmSync} from 'node:fs';
import {resolve} from 'node:path';
import type {Arguments, Verb} from './arguments.ts';
import {badArgument, pairNotRunning} from '../../build/diagnostics/harness.ts';
import {isRunning} from './daemon.ts';
import {openPair, type Pair} from './pair.ts';
import {placesOf} from './places.ts';
import {installPlugins, uninstallPlugin} from './plugins.ts';
import {PROJECT} from './project.ts';
import {Refusal} from './refusal.ts';
import type {Site} from './site.ts';
import {logLines, statusLines} from './status.ts';
import {down, reset, up} from './up.ts';
import {USAGE} from './usage.ts';

type Say = (line: string) => void;

/** Does what one command line asks for. */
export async function command(args: Arguments, say: Say): Promise<void> {
    await COMMANDS[args.verb](args, say);
}

const install = async (args: Arguments, say: Say): Promise<void> => {
    const sites = sitesOf(runningPair(), args);
    const components = await installPlugins(sites, args.zips.length === 0 ? undefined : args.zips.map(zip => resolve(zip)));
    say(`${components.join(', ')}: in ${sites.map(site => site.name).join(' and ')}`);
};

const COMMANDS: Readonly<Record<Verb, (args: Arguments, say: Say) => Promise<void>>> = {
    up: async (args, say) => {
        const places = placesOf(process.env, PROJECT);
        await up(places, args.wanted, say);
        statusLines(openPair(places)).forEach(say);
    },
    down: async args => {
        const places = placesOf(process.env, PROJECT);
        await down(places);
        if (args.remove) {
            rmSync(places.state, {recursive: true, force: true});
        }
    },
    reset: async (_, say) => {
        await reset(openPair());
        say('Both sites are as on their first day.');
    },
    install,
    upgrade: install,
    uninstall: async (args, say) => {
        const component = need(args);
        for (const site of sitesOf(runningPair(), args)) {
            await uninstallPlugin(site, component);
            say(`${component}: gone from ${site.name}`);
        }
    },
    cron: async (args, say) => {
        for (const site of sitesOf(runningPair(), args)) {
            say(await site.cron());
        }
    },
    task: async (args, say) => {
        say(await runningPair()[args.site ?? 'client'].task(need(args)));
    },
    status: async (_, say) => {
        statusLines(openPair()).forEach(say);
    },
    logs: async (args, say) => {
        logLines(openPair().places, args.rest[0] ?? null, args.lines).forEach(say);
    },
    mails: async (args, say) => {
        const {mails} = openPair();
        if (args.clear) {
            mails.clear();
        }
        for (const mail of mails.list(args.to === null ? {} : {to: args.to})) {
            say(`${mail.id}\t${mail.received}\t${mail.to.join(', ')}\t${mail.subject}`);
        }
    },
    php: async (args, say) => {
        const {stdout, stderr, code} = await runningPair()[args.site ?? 'client'].tryPhp([resolve(need(args)), ...args.rest.slice(1)]);
        say(`${stdout}${stderr}`.trimEnd());
        process.exitCode = code ?? 1;
    },
    sql: async (args, say) => {
        const rows = await runningPair()[args.site ?? 'client'].sql(need(args));
        rows.forEach(row => say(JSON.stringify(row)));
    },
};

function runningPair(): Pair {
    const pair = openPair();
    if (pair.database.ownFiles && !isRunning(pair.places, 'database')) {
        throw new Refusal(pairNotRunning(pair.places.state));
    }
    return pair;
}

function sitesOf(pair: Pair, args: Arguments): Site[] {
    return args.site === null ? [pair.client, pair.server] : [pair[args.site]];
}

function need(args: Arguments): string {
    const [word] = args.rest;
    if (word === undefined) {
        throw new Refusal(badArgument(args.verb, USAGE));
    }
    return word;
}
