import {databaseTooOld} from '../../../build/diagnostics/harness.ts';
import type {DatabaseKind} from '../database.ts';
import {ensureMachine} from '../machine.ts';
import {postgresBinary} from '../postgresql.ts';
import type {PairRecord} from '../record.ts';
import {Refusal} from '../refusal.ts';
import {requirementsOf, suffices} from '../requirements.ts';
import {run} from '../run.ts';
import {sbin} from '../sbin.ts';
import {debianWithServer} from './debianReleases.ts';
import {ensureDebianRoot} from './debianRoot.ts';

/** The root of the Debian whose server both Moodles run with, or null where the machine's own is new enough. */
export async function rootOfServer(kind: DatabaseKind, trees: PairRecord['trees'], cache: string, say: (line: string) => void): Promise<string | null> {
    await ensureMachine([kind], say);
    const own = await versionOfServer(kind);
    const demanding = Object.values(trees).map(tree => ({tree, asked: requirementsOf(tree)[kind]})).filter(({asked}) => !suffices(own, asked));
    const [first] = demanding.sort((a, b) => (b.asked ?? '').localeCompare(a.asked ?? '', 'en', {numeric: true}));
    if (first === undefined) {
        return null;
    }
    const release = debianWithServer(kind, first.asked ?? '');
    if (release === null || process.getuid?.() !== 0) {
        throw new Refusal(databaseTooOld(first.tree.release, kind, first.asked ?? '', own));
    }
    return ensureDebianRoot(release, cache, say);
}

async function versionOfServer(kind: DatabaseKind): Promise<string> {
    const said = await run(kind === 'pgsql' ? postgresBinary('postgres') : 'mariadbd', ['--version'], {env: {PATH: sbin()}});
    return /\d+\.\d+(\.\d+)?/.exec(said)?.[0] ?? '';
}
