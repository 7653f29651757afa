import {mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {copyTree, findTree, readTree, treeCandidates} from '../../moodle/tree.ts';

let dir = '';
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'harness-tree-')); });
afterEach(() => { rmSync(dir, {recursive: true, force: true}); });

function treeOf(branch: string, webRoot = ''): string {
    const top = join(dir, `moodle-${branch}`);
    mkdirSync(join(top, webRoot), {recursive: true});
    writeFileSync(join(top, webRoot, 'version.php'), `<?php\n$version  = 2024100706.00;\n$release  = '4.5.6 (Build: 20250811)';\n$branch   = '${branch}';\n`);
    return top;
}

describe('the choice of a tree', () => {
    it('prefers the tree of the one site, then that of both, then the cache', () => {
        const env = {MOODLE_DIR: '/both', MOODLE_SERVER_DIR: '/old'};
        expect(treeCandidates('server', '405', env, '/cache')).toEqual(['/old']);
        expect(treeCandidates('client', '405', env, '/cache')).toEqual(['/both']);
        expect(treeCandidates('client', '501', {}, '/cache')).toEqual(['/cache/moodle-501']);
    });

    it('reads the version of a tree with version.php at its top, and of one with a public folder', () => {
        expect(readTree(treeOf('405'))).toMatchObject({branch: '405', release: '4.5.6 (Build: 20250811)', version: '2024100706.00', webRoot: ''});
        expect(readTree(treeOf('501', 'public'))).toMatchObject({branch: '501', webRoot: 'public'});
    });

    it('says what to set where there is no tree', async () => {
        await expect(findTree('405', [join(dir, 'none')], false)).rejects.toThrow(/missing-tree[\s\S]*MOODLE_DIR[\s\S]*--clone/);
    });

    it('refuses a folder that is no Moodle, and a Moodle older than 4.5', () => {
        expect(() => readTree(dir)).toThrow(/not-moodle/);
        expect(() => readTree(treeOf('404'))).toThrow(/branch-out-of-range/);
    });

    it('copies by links and leaves the given tree as it was', async () => {
        const tree = readTree(treeOf('405'));
        writeFileSync(join(tree.dir, 'config.php'), 'theirs');
        const copy = join(dir, 'copy');
        await copyTree(tree, copy);
        expect(statSync(join(copy, 'version.php')).ino).toBe(statSync(join(tree.dir, 'version.php')).ino);
        expect(() => statSync(join(copy, 'config.php'))).toThrow();
        expect(readFileSync(join(tree.dir, 'config.php'), 'utf8')).toBe('theirs');
    });
});
