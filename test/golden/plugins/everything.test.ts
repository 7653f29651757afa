import {mkdir, rm, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {buildPlugin} from '../../../build/write/buildPlugin.ts';
import {pluginFolder, textsBelow} from '../../../build/write/pluginFolder.ts';
import {schemaOf} from '../../../build/manifest/schemaOf.ts';

const here = import.meta.dirname;
const expected = join(here, 'everything/expected');

async function built(name: string) {
    const {plugin, problems} = await buildPlugin(pluginFolder(join(here, name)));
    expect(problems).toEqual([]);
    if (plugin === null) {
        throw new Error(`${name} was not built.`);
    }
    return plugin;
}

async function rewrite(files: ReadonlyMap<string, string>): Promise<void> {
    await rm(expected, {recursive: true, force: true});
    for (const [path, text] of files) {
        await mkdir(dirname(join(expected, path)), {recursive: true});
        await writeFile(join(expected, path), text);
    }
}

describe('a plugin that declares one of everything', () => {
    it('becomes the files in everything/expected, byte for byte (UPDATE_GOLDEN=1 writes them anew)', async () => {
        const {files} = await built('everything');
        const made = new Map([...files].filter(([, {by}]) => by !== 'copy' && by !== 'part').map(([path, {bytes}]) => [path, Buffer.from(bytes).toString('utf8')]));
        if (process.env['UPDATE_GOLDEN'] === '1') {
            await rewrite(made);
        }
        const kept = await textsBelow(expected, () => true);
        expect([...made.keys()].sort()).toEqual([...kept.keys()].sort());
        for (const [path, text] of made) {
            expect(text, path).toBe(kept.get(path));
        }
    });

    it('upgrades from the tables that the version before it has', async () => {
        const before = await built('everythingBefore');
        const now = await built('everything');
        expect(now.model.released).toEqual([{version: before.model.spec.version, tables: schemaOf(before.model)}]);
    });
});
