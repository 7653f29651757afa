import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {debianRootFailed, debianRootNotAllowed} from '../../../build/diagnostics/harness.ts';
import {ensureMachine} from '../machine.ts';
import {Refusal} from '../refusal.ts';
import {outcome, run, tail} from '../run.ts';
import {packagesOf, type DebianRelease} from './debianReleases.ts';
import {mirrorIn} from './mirror.ts';

const MAKE = fileURLToPath(new URL('makeRoot.sh', import.meta.url));

/** The root of a Debian of this release in the cache, made where it is not there yet. It is read, never written. */
export async function ensureDebianRoot(release: DebianRelease, cache: string, say: (line: string) => void): Promise<string> {
    const root = join(cache, rootName(release));
    if (existsSync(root)) {
        return root;
    }
    if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
        throw new Refusal(debianRootNotAllowed(release.php));
    }
    await ensureMachine(['debootstrap'], say);
    say(`Making a small Debian ${release.suite} for PHP ${release.php} in ${root} (once: about two minutes)`);
    mkdirSync(cache, {recursive: true});
    // The lock is held by whoever works, not by us: it goes when the last of these processes is gone, however it ended.
    const {code, stdout, stderr} = await outcome('flock', [
        `${root}.lock`, 'unshare', '--mount', '--propagation', 'private',
        'sh', MAKE, root, release.suite, await mirror(), ...packagesOf(release),
    ]);
    if (code !== 0) {
        throw new Refusal(debianRootFailed(release.php, release.suite, tail(`${stdout}\n${stderr}`)));
    }
    return root;
}

/** Another list of packages, or another way of making it, is another root. */
function rootName(release: DebianRelease): string {
    const content = JSON.stringify([release.suite, packagesOf(release), readFileSync(MAKE, 'utf8')]);
    return `debian-${release.suite}-${createHash('sha256').update(content).digest('hex').slice(0, 8)}`;
}

/** The mirror that this machine's own apt uses. */
async function mirror(): Promise<string> {
    const ask = (): Promise<string> => run('apt-get', ['indextargets', '--format', '$(LABEL) $(COMPONENT) $(REPO_URI)', 'Created-By: Packages']);
    const known = mirrorIn(await ask());
    if (known !== null) {
        return known;
    }
    await run('apt-get', ['update', '-q']);
    const found = mirrorIn(await ask());
    if (found === null) {
        throw new Refusal(debianRootFailed('', '', 'apt knows no mirror of Debian on this machine.'));
    }
    return found;
}
