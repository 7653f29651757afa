import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {dolibarrTree} from '../../dolibarr/dolibarrTree.ts';

let dir = '';
beforeEach(() => { dir = mkdtempSync(join(tmpdir(), 'harness-dolibarr-')); });
afterEach(() => { rmSync(dir, {recursive: true, force: true}); });

function treeIn(folder: string): string {
    mkdirSync(join(dir, folder), {recursive: true});
    writeFileSync(join(dir, folder, 'filefunc.inc.php'), '<?php');
    return join(dir, folder);
}

describe('the Dolibarr that is tried', () => {
    it('is the one that is named, by its top or by its web pages, before the one in the cache', () => {
        const named = treeIn('erp/htdocs');
        const cached = treeIn('dolibarr-19/htdocs');
        expect(dolibarrTree({DOLIBARR_DIR: join(dir, 'erp')}, dir)).toBe(named);
        expect(dolibarrTree({DOLIBARR_DIR: named}, dir)).toBe(named);
        expect(dolibarrTree({}, dir)).toBe(cached);
    });

    it('is none where there is no tree', () => {
        expect(dolibarrTree({DOLIBARR_DIR: join(dir, 'erp')}, dir)).toBeNull();
        expect(dolibarrTree({}, dir)).toBeNull();
    });
});
