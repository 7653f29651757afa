import type {DatabaseKind} from '../database.ts';
import {suffices} from '../requirements.ts';

/** A release of Debian, and what of it we need. */
export type DebianRelease = {
    readonly suite: string;
    readonly php: string;
    readonly pgsql: string;
    readonly mariadb: string;
};

const RELEASES: readonly DebianRelease[] = [
    {suite: 'bookworm', php: '8.2', pgsql: '15', mariadb: '10.11'},
    {suite: 'trixie', php: '8.4', pgsql: '17', mariadb: '11.8'},
];

/** The release whose PHP this is, or null where none has it. */
export function debianWith(php: string): DebianRelease | null {
    return RELEASES.find(release => release.php === php) ?? null;
}

/** The oldest release whose server of this kind is new enough, or null where none is. */
export function debianWithServer(kind: DatabaseKind, asked: string): DebianRelease | null {
    return RELEASES.find(release => suffices(release[kind], asked)) ?? null;
}

/** What is put into the root of a release: the PHP that Moodle asks for, and the database servers that its newer versions ask for. */
export function packagesOf({php, pgsql}: DebianRelease): string[] {
    const extensions = ['cli', 'curl', 'gd', 'intl', 'mbstring', 'mysql', 'opcache', 'pgsql', 'soap', 'xml', 'zip'];
    return [...extensions.map(name => `php${php}-${name}`), `postgresql-${pgsql}`, 'mariadb-server', 'tzdata'];
}
