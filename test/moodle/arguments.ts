import {parseArgs} from 'node:util';
import {badArgument} from '../../build/diagnostics/harness.ts';
import {DATABASE_KINDS, type DatabaseKind} from './database.ts';
import {phpNamed} from './php.ts';
import {SITE_NAMES, type SiteName} from './places.ts';
import {Refusal} from './refusal.ts';
import {USAGE} from './usage.ts';
import type {Wanted} from './wanted.ts';

export type Verb = keyof typeof OPTIONS;

export type Arguments = {
    readonly verb: Verb;
    readonly wanted: Wanted;
    /** One site, where the command line names one. */
    readonly site: SiteName | null;
    readonly zips: readonly string[];
    readonly remove: boolean;
    readonly clear: boolean;
    readonly to: string | null;
    readonly lines: number;
    /** What is no option: a task, a component, a query, or a PHP file with its own arguments. */
    readonly rest: readonly string[];
};

const UP = ['branch', 'client-branch', 'server-branch', 'db', 'php', 'client-php', 'server-php', 'same-identifier', 'clone'] as const;

const OPTIONS = {
    up: UP,
    down: ['remove'],
    reset: [],
    install: ['zip', 'site'],
    upgrade: ['zip', 'site'],
    uninstall: ['site'],
    cron: ['site'],
    task: ['site'],
    status: [],
    logs: ['lines'],
    mails: ['to', 'clear'],
    php: [],
    sql: [],
} as const satisfies Record<string, readonly (keyof typeof KINDS)[]>;

const KINDS = {
    branch: {type: 'string'},
    'client-branch': {type: 'string'},
    'server-branch': {type: 'string'},
    db: {type: 'string'},
    php: {type: 'string'},
    'client-php': {type: 'string'},
    'server-php': {type: 'string'},
    'same-identifier': {type: 'boolean'},
    clone: {type: 'boolean'},
    remove: {type: 'boolean'},
    clear: {type: 'boolean'},
    zip: {type: 'string', multiple: true},
    site: {type: 'string'},
    to: {type: 'string'},
    lines: {type: 'string'},
} as const;

/** Verbs whose first word is the site. */
const SITE_FIRST: readonly Verb[] = ['php', 'sql'];

export function readArguments(args: readonly string[]): Arguments {
    const [verb = '', ...words] = args;
    if (!isVerb(verb)) {
        throw refuse(verb);
    }
    if (SITE_FIRST.includes(verb)) {
        return {...defaults(verb), site: siteNamed(words[0] ?? ''), rest: words.slice(1)};
    }
    const {values, positionals} = parse(verb, words);
    return {
        ...defaults(verb),
        wanted: {
            branches: {client: values['client-branch'] ?? values.branch ?? null, server: values['server-branch'] ?? values.branch ?? null},
            database: values.db === undefined ? null : databaseNamed(values.db),
            php: {client: phpNamed(values['client-php'] ?? values.php), server: phpNamed(values['server-php'] ?? values.php)},
            sameIdentifier: values['same-identifier'] ?? false,
            clone: values.clone ?? false,
        },
        site: values.site === undefined ? null : siteNamed(values.site),
        zips: values.zip ?? [],
        remove: values.remove ?? false,
        clear: values.clear ?? false,
        to: values.to ?? null,
        lines: Number(values.lines ?? 40),
        rest: positionals,
    };
}

function parse(verb: Verb, words: readonly string[]): ReturnType<typeof parseArgs<{options: typeof KINDS; allowPositionals: true}>> {
    try {
        const parsed = parseArgs({args: [...words], options: KINDS, allowPositionals: true, strict: true});
        const stranger = Object.keys(parsed.values).find(name => !(OPTIONS[verb] as readonly string[]).includes(name));
        if (stranger !== undefined) {
            throw refuse(`--${stranger}`);
        }
        return parsed;
    } catch (problem) {
        throw problem instanceof Refusal ? problem : refuse(words.join(' '));
    }
}

function defaults(verb: Verb): Arguments {
    const wanted = {branches: {client: null, server: null}, database: null, php: {client: null, server: null}, sameIdentifier: false, clone: false};
    return {verb, wanted, site: null, zips: [], remove: false, clear: false, to: null, lines: 40, rest: []};
}

function isVerb(word: string): word is Verb {
    return Object.hasOwn(OPTIONS, word);
}

function siteNamed(word: string): SiteName {
    const name = SITE_NAMES.find(one => one === word);
    if (name === undefined) {
        throw refuse(word);
    }
    return name;
}

function databaseNamed(word: string): DatabaseKind {
    const kind = DATABASE_KINDS.find(one => one === word);
    if (kind === undefined) {
        throw refuse(`--db ${word}`);
    }
    return kind;
}

function refuse(argument: string): Refusal {
    return new Refusal(badArgument(argument, USAGE));
}
