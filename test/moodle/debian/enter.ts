import {copyFileSync, existsSync, mkdirSync, readdirSync, readlinkSync, lstatSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {quoted} from '../quoted.ts';

/**
 * A script that runs a program of another Debian on this machine. The /usr of that root stands before the machine's own, read only, and
 * everything else is the machine's: paths, network, people. It does so in a mount namespace of its own, which goes with the last process
 * in it, so nothing has to be unmounted; and it becomes the program instead of starting it, so whoever ends the process ends the program.
 */
export function enterScript(root: string, program: string, programs: string): string {
    const settings = settingsOf(root, program, join(programs, 'php.d'));
    return `#!/bin/sh
export PATH=${quoted(programs)}:"$PATH" PHPRC=${quoted(settings)}
case "\${PHP_INI_SCAN_DIR-:}" in
    :*) export PHP_INI_SCAN_DIR=${quoted(settings)}"\${PHP_INI_SCAN_DIR-}" ;;
esac
exec ${enterCommand(root, program).map(quoted).join(' ')} "$@"
`;
}

/** The words that run a program of that Debian, before the program's own arguments. */
export function enterCommand(root: string, program: string): readonly string[] {
    return ['unshare', '--mount', '--propagation', 'private', 'sh', '-c', 'mount --bind -o ro "$0" /usr && exec "$@"', join(root, 'usr'), program];
}

/** The newest PHP in the root of a Debian; null where the folder is no such root, or holds none. */
export function phpOfRoot(root: string): string | null {
    if (!existsSync(join(root, 'etc', 'debian_version'))) {
        return null;
    }
    const names = readdirSync(join(root, 'usr', 'bin')).filter(name => /^php\d+\.\d+$/.test(name));
    const newest = names.sort((a, b) => b.localeCompare(a, 'en', {numeric: true}))[0];
    return newest === undefined ? null : `/usr/bin/${newest}`;
}

/** The settings that Debian's packages put into /etc, which in there is the machine's own: copied, since they are links into /etc. */
function settingsOf(root: string, program: string, target: string): string {
    mkdirSync(target, {recursive: true});
    const folder = join(root, 'etc', 'php', program.replace(/^.*\/php/, ''), 'cli', 'conf.d');
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
        copyFileSync(insideRoot(root, join(folder, name)), join(target, name));
    }
    return target;
}

function insideRoot(root: string, path: string): string {
    if (!lstatSync(path).isSymbolicLink()) {
        return path;
    }
    const goal = readlinkSync(path);
    return goal.startsWith('/') ? join(root, goal) : resolve(path, '..', goal);
}
