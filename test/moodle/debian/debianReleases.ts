/** A release of Debian, and what of it we need. */
export type DebianRelease = {
    readonly suite: string;
    readonly php: string;
    readonly postgresql: string;
};

const RELEASES: readonly DebianRelease[] = [
    {suite: 'bookworm', php: '8.2', postgresql: '15'},
    {suite: 'trixie', php: '8.4', postgresql: '17'},
];

/** The release whose PHP this is, or null where none has it. */
export function debianWith(php: string): DebianRelease | null {
    return RELEASES.find(release => release.php === php) ?? null;
}

/** What is put into the root of a release: the PHP that Moodle asks for, and the PostgreSQL that only its newer editions ask for. */
export function packagesOf({php, postgresql}: DebianRelease): string[] {
    const extensions = ['cli', 'curl', 'gd', 'intl', 'mbstring', 'mysql', 'opcache', 'pgsql', 'soap', 'xml', 'zip'];
    return [...extensions.map(name => `php${php}-${name}`), `postgresql-${postgresql}`, 'tzdata'];
}
