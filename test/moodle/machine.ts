import {existsSync} from 'node:fs';
import {missingDatabase, missingExtensions, missingPhp, missingProgram} from '../../build/diagnostics/harness.ts';
import type {Diagnostic} from '../../build/diagnostics/diagnostic.ts';
import {onPath} from './onPath.ts';
import {postgresBinary} from './postgresql.ts';
import {Refusal} from './refusal.ts';
import {outcome, run} from './run.ts';

/** Parts of a machine that some command of ours needs. */
export type Part = 'php' | 'mariadb' | 'pgsql' | 'browser' | 'locale' | 'composer' | 'debootstrap';

export type Lack = {readonly packages: readonly string[]; readonly diagnostic: Diagnostic};

/** What Moodle asks of PHP, and the Debian package of each. */
const EXTENSIONS: Readonly<Record<string, string>> = {
    curl: 'php-curl', gd: 'php-gd', intl: 'php-intl', mbstring: 'php-mbstring', soap: 'php-soap', dom: 'php-xml', xmlreader: 'php-xml',
    SimpleXML: 'php-xml', zip: 'php-zip', mysqli: 'php-mysql', pgsql: 'php-pgsql',
};

/** Moodle's PHPUnit refuses to start without this one. */
const LOCALE = 'en_AU.utf8';

/** Makes sure that the machine has these parts: installs what lacks where that is allowed and possible, or says what to install. */
export async function ensureMachine(parts: readonly Part[], say: (line: string) => void): Promise<void> {
    const lacks = await lacksOf(parts);
    const [first] = lacks;
    if (first === undefined) {
        return;
    }
    if (!await mayInstall()) {
        throw new Refusal(first.diagnostic);
    }
    const packages = [...new Set(lacks.flatMap(lack => lack.packages))];
    say(`Installing what this machine lacks: ${packages.join(' ')}`);
    await run('apt-get', ['update', '-q']);
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], {env: {DEBIAN_FRONTEND: 'noninteractive'}});
    if (parts.includes('locale')) {
        await run('localedef', ['-i', 'en_AU', '-f', 'UTF-8', 'en_AU.UTF-8']);
    }
    const [still] = await lacksOf(parts);
    if (still !== undefined) {
        throw new Refusal(still.diagnostic);
    }
}

export async function lacksOf(parts: readonly Part[]): Promise<Lack[]> {
    const found = await Promise.all(parts.map(part => LOOK[part]()));
    return found.filter(lack => lack !== null);
}

const LOOK: Readonly<Record<Part, () => Promise<Lack | null>>> = {
    php: async () => {
        if (!has('php')) {
            return {packages: ['php-cli', ...new Set(Object.values(EXTENSIONS))], diagnostic: missingPhp()};
        }
        return lackOfExtensions((await run('php', ['-m'])).split('\n'));
    },
    mariadb: async () => lackOfPrograms(['mariadbd', 'mariadb-install-db', 'mysql', 'mysqldump'].filter(name => !has(name)), 'MariaDB', ['mariadb-server']),
    pgsql: async () => lackOfPrograms(
        ['initdb', 'postgres', 'psql', 'pg_dump'].filter(name => !has(name) && !existsSync(postgresBinary(name))), 'PostgreSQL', ['postgresql']),
    browser: async () => {
        const lacking = ['chromium', 'chromedriver'].find(name => !has(name));
        const packages = ['chromium', 'chromium-driver'];
        return lacking === undefined ? null : {packages, diagnostic: missingProgram(lacking, packages)};
    },
    composer: async () => (has('composer') ? null : {packages: ['composer'], diagnostic: missingProgram('composer', ['composer'])}),
    debootstrap: async () => (has('debootstrap') ? null : {packages: ['debootstrap'], diagnostic: missingProgram('debootstrap', ['debootstrap'])}),
    locale: async () => {
        const known = (await outcome('locale', ['-a'])).stdout.split('\n').includes(LOCALE);
        return known ? null : {packages: ['locales'], diagnostic: missingProgram(LOCALE, ['locales'])};
    },
};

/** Which of PHP's extensions are missing from what `php -m` says. */
export function lackOfExtensions(loaded: readonly string[]): Lack | null {
    const names = Object.keys(EXTENSIONS).filter(name => !loaded.includes(name));
    const packages = [...new Set(names.map(name => EXTENSIONS[name] ?? ''))];
    return names.length === 0 ? null : {packages, diagnostic: missingExtensions(names, packages)};
}

function lackOfPrograms(lacking: readonly string[], kind: string, packages: readonly string[]): Lack | null {
    const [first] = lacking;
    return first === undefined ? null : {packages, diagnostic: missingDatabase(kind, first, packages)};
}

function has(program: string): boolean {
    return onPath(program) !== null;
}

async function mayInstall(): Promise<boolean> {
    return process.getuid?.() === 0 && has('apt-get');
}
