import {existsSync, mkdirSync, readFileSync, rmSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {branchOutOfRange, missingTree, notMoodle} from '../../build/diagnostics/harness.ts';
import {evenOut} from './editions.ts';
import type {SiteName} from './places.ts';
import {Refusal} from './refusal.ts';
import {outcome, run} from './run.ts';

/** A Moodle source tree as it was given to us. It is read, never written. */
export type Tree = {
    readonly dir: string;
    readonly branch: string;
    readonly release: string;
    readonly version: string;
    /** Where the web root and the plugins are: the tree itself, or its public/ since 5.1. */
    readonly webRoot: '' | 'public';
};

const OLDEST_BRANCH = 405;

/** The folders in which the tree of one site is looked for, the first one that exists wins. */
export function treeCandidates(
    site: SiteName, branch: string, env: Readonly<Record<string, string | undefined>>, cache: string,
): string[] {
    const own = env[site === 'client' ? 'MOODLE_CLIENT_DIR' : 'MOODLE_SERVER_DIR'];
    const given = own ?? env['MOODLE_DIR'];
    return given !== undefined && given !== '' ? [resolve(given)] : [join(cache, `moodle-${branch}`)];
}

export async function findTree(branch: string, candidates: readonly string[], clone: boolean): Promise<Tree> {
    const found = candidates.find(dir => existsSync(dir));
    if (found !== undefined) {
        return readTree(found);
    }
    const [target] = candidates;
    if (!clone || target === undefined) {
        throw new Refusal(missingTree(branch, candidates));
    }
    mkdirSync(dirname(target), {recursive: true});
    await run('git', ['clone', '--depth', '1', '--branch', `MOODLE_${branch}_STABLE`, 'https://github.com/moodle/moodle.git', target], {show: true});
    return readTree(target);
}

export function readTree(dir: string): Tree {
    const webRoot = existsSync(join(dir, 'public', 'version.php')) ? 'public' : '';
    const file = join(dir, webRoot, 'version.php');
    if (!existsSync(file)) {
        throw new Refusal(notMoodle(dir));
    }
    const text = readFileSync(file, 'utf8');
    const tree = {
        dir,
        branch: /\$branch\s*=\s*'(\d+)'/.exec(text)?.[1] ?? '',
        release: /\$release\s*=\s*'([^']+)'/.exec(text)?.[1] ?? '',
        version: /\$version\s*=\s*([\d.]+)/.exec(text)?.[1] ?? '',
        webRoot,
    } as const;
    if (tree.branch === '') {
        throw new Refusal(notMoodle(dir));
    }
    if (Number(tree.branch) < OLDEST_BRANCH) {
        throw new Refusal(branchOutOfRange(tree.release));
    }
    return tree;
}

/** A copy that costs no disk: hard links. Whoever changes a file there must replace it, since the link leads to the given tree. */
export async function copyTree(tree: Tree, target: string): Promise<void> {
    rmSync(target, {recursive: true, force: true});
    mkdirSync(dirname(target), {recursive: true});
    const linked = await outcome('cp', ['-al', tree.dir, target]);
    if (linked.code !== 0) {
        rmSync(target, {recursive: true, force: true});
        await run('cp', ['-a', tree.dir, target]);
    }
    rmSync(join(target, '.git'), {recursive: true, force: true});
    rmSync(join(target, 'config.php'), {force: true});
    evenOut(target, tree);
}
