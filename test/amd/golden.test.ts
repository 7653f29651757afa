import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {expect, test} from 'vitest';
import {builtModules} from '../dom/builtModules.ts';

const golden = fileURLToPath(new URL('../golden/amd/', import.meta.url));

const filesBelow = (folder: string): string[] => existsSync(folder)
    ? readdirSync(folder, {recursive: true, withFileTypes: true})
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/'))
        .sort()
    : [];

test.each(readdirSync(golden))('%s is built into what is expected, byte for byte', async name => {
    const expected = join(golden, name, 'expected');
    const built = await builtModules('block_example', join(golden, name));
    if (process.env['UPDATE_GOLDEN'] === '1') {
        rmSync(expected, {recursive: true, force: true});
        for (const [path, text] of built) {
            mkdirSync(dirname(join(expected, path)), {recursive: true});
            writeFileSync(join(expected, path), text);
        }
    }
    expect([...built.keys()].sort()).toEqual(filesBelow(expected));
    for (const [path, text] of built) {
        expect(text, path).toBe(readFileSync(join(expected, path), 'utf8'));
    }
});
