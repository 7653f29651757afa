import {execFileSync} from 'node:child_process';
import {chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {debianWith, packagesOf} from '../../moodle/debian/debianReleases.ts';
import {enterScript, phpOfRoot} from '../../moodle/debian/enter.ts';
import {mirrorIn} from '../../moodle/debian/mirror.ts';
import {phpEnvironment, phpNamed, preparePhp} from '../../moodle/php.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'moodle-php-'));
const silent = (): void => undefined;

function put(path: string, text: string): void {
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, text);
}

/** The root of a Debian, as far as files go. */
function debian(...versions: readonly string[]): string {
    const root = folder();
    put(join(root, 'etc/debian_version'), '13.1\n');
    mkdirSync(join(root, 'usr/bin'), {recursive: true});
    for (const version of versions) {
        put(join(root, `usr/bin/php${version}`), '');
        put(join(root, `etc/php/${version}/mods-available/zip.ini`), `extension=zip.so ; ${version}\n`);
        mkdirSync(join(root, `etc/php/${version}/cli/conf.d`), {recursive: true});
        symlinkSync(`/etc/php/${version}/mods-available/zip.ini`, join(root, `etc/php/${version}/cli/conf.d/20-zip.ini`));
    }
    return root;
}

describe('the PHP of a pair', () => {
    it('is named by its version, or by a path that means the same from every folder', () => {
        expect(phpNamed(undefined)).toBeNull();
        expect(phpNamed('8.4')).toBe('8.4');
        expect(phpNamed('./own/php')).toBe(join(process.cwd(), 'own/php'));
    });

    it('stands before the machine’s own for whatever a site starts', async () => {
        const site = {programs: join(folder(), 'bin')};
        const machinePhp = execFileSync('php', ['-r', 'echo PHP_BINARY;'], {encoding: 'utf8'});
        const own = join(folder(), "it's mine", 'bin', 'php');
        put(own, `#!/bin/sh\ncase "$1" in -r) echo 8.9.1 ;; -m) '${machinePhp}' -m ;; *) echo "mine: $1" ;; esac\n`);
        chmodSync(own, 0o755);
        await preparePhp(site, dirname(own), '', silent);
        expect(execFileSync('php', ['x'], {encoding: 'utf8', env: phpEnvironment(site.programs)})).toBe('mine: x\n');
        await preparePhp(site, null, '', silent);
        expect(execFileSync('php', ['-r', 'echo PHP_VERSION;'], {encoding: 'utf8', env: phpEnvironment(site.programs)})).not.toBe('8.9.1');
    });

    it.each([
        ['/no/such/folder', 'php-not-found'],
        [folder(), 'php-not-found'],
        ['/bin/false', 'php-not-to-be-had'],
        ['9.9', 'php-not-to-be-had'],
    ])('is refused with what to do where %s is none', async (asked, code) => {
        await expect(preparePhp({programs: join(folder(), 'bin')}, asked, '', silent)).rejects.toThrow(code);
    });
});

describe('the root of another Debian', () => {
    it('is known by its PHP, and asks for the packages of that release', () => {
        expect(debianWith('8.4')?.suite).toBe('trixie');
        expect(debianWith('7.0')).toBeNull();
        expect(packagesOf({suite: 'x', php: '8.4', pgsql: '17', mariadb: '11.8'})).toEqual(expect.arrayContaining(['php8.4-cli', 'php8.4-intl', 'postgresql-17']));
    });

    it('offers its newest PHP, and is told from a folder that just holds one', () => {
        expect(phpOfRoot(debian('8.2', '8.10'))).toBe('/usr/bin/php8.10');
        expect(phpOfRoot(debian())).toBeNull();
        expect(phpOfRoot(folder())).toBeNull();
    });

    it('brings the settings of its PHP along, which lie behind links that lead nowhere here', () => {
        const programs = folder();
        const script = enterScript(debian('8.4'), '/usr/bin/php8.4', programs);
        const [name = ''] = readdirSync(join(programs, 'php.d'));
        expect(readFileSync(join(programs, 'php.d', name), 'utf8')).toBe('extension=zip.so ; 8.4\n');
        expect(script).toContain(join(programs, 'php.d'));
    });

    it('comes from the mirror that apt uses, and not from the one for security', () => {
        expect(mirrorIn('Debian-Security main http://mirror.test/security/\nDebian main http://mirror.test/debian/\nOther main http://other.test/\n'))
            .toBe('http://mirror.test/debian/');
        expect(mirrorIn('')).toBeNull();
    });
});
