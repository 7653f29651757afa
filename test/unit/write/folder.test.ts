import {mkdtemp, mkdir, readdir, rm, stat, utimes, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {checkPlugin} from '../../../build/write/checkPlugin.ts';
import {moodleFolder} from '../../../build/write/target.ts';
import {writeFolder} from '../../../build/write/writeFolder.ts';
import {zip, zipName} from '../../../build/write/zip.ts';
import {builtLike} from './pluginLike.ts';

let dist = '';
const plugin = builtLike({'version.php': 'one', 'db/access.php': 'two'});
const files = new Map([...plugin.files].map(([path, {bytes}]) => [path, bytes]));
const codes = async (): Promise<readonly string[]> => (await checkPlugin(plugin, dist)).map(({code, file}) => `${code} ${file}`);

beforeEach(async () => {
    dist = await mkdtemp(join(tmpdir(), 'dist-'));
});
afterEach(() => rm(dist, {recursive: true}));

describe('writing a plugin', () => {
    it('leaves a file alone that is right already', async () => {
        await writeFolder(join(dist, 'x'), files);
        await utimes(join(dist, 'x/version.php'), 1, 1);
        expect(await writeFolder(join(dist, 'x'), files)).toEqual({changed: [], added: [], removed: []});
        expect((await stat(join(dist, 'x/version.php'))).mtimeMs).toBe(1000);
    });

    it('removes what no source makes any more, and the folder that this empties', async () => {
        await mkdir(join(dist, 'x/old'), {recursive: true});
        await writeFile(join(dist, 'x/old/gone.php'), '');
        expect((await writeFolder(join(dist, 'x'), files)).removed).toEqual(['old/gone.php']);
        expect(await readdir(join(dist, 'x'))).toEqual(['db', 'version.php']);
    });

    it('leaves no draft behind', async () => {
        await writeFolder(join(dist, 'x'), files);
        expect(await readdir(join(dist, 'x/db'))).toEqual(['access.php']);
    });
});

describe('the check of dist', () => {
    beforeEach(() => writeFolder(join(dist, 'local_small'), files));

    it('finds nothing right after a build', async () => {
        expect(await codes()).toEqual([]);
    });

    it('finds an edited file', async () => {
        await writeFile(join(dist, 'local_small/version.php'), 'edited');
        expect(await codes()).toEqual(['stale-file dist/local_small/version.php']);
    });

    it('finds a file that is missing', async () => {
        await rm(join(dist, 'local_small/version.php'));
        expect(await codes()).toEqual(['missing-file dist/local_small/version.php']);
    });

    it('finds a file that nothing makes', async () => {
        await writeFile(join(dist, 'local_small/extra.php'), '');
        expect(await codes()).toEqual(['orphaned-file dist/local_small/extra.php']);
    });

    it('finds a zip that holds something else', async () => {
        await writeFile(join(dist, zipName(plugin)), zip(plugin));
        expect(await codes()).toEqual([]);
        await writeFile(join(dist, zipName(plugin)), zip(builtLike({'version.php': 'before'})));
        expect(await codes()).toEqual(['stale-zip dist/local_small-1.0.0.zip']);
    });
});

describe('the place in a Moodle tree', () => {
    const moodle = async (root: string): Promise<void> => {
        await mkdir(join(root, 'lib'), {recursive: true});
        await writeFile(join(root, 'version.php'), '');
        await writeFile(join(root, 'lib/moodlelib.php'), '');
    };

    it('is below the tree, and below public/ from Moodle 5.1 on', async () => {
        await moodle(join(dist, 'old'));
        await moodle(join(dist, 'new/public'));
        expect(await moodleFolder(join(dist, 'old'), plugin.model)).toBe(join(dist, 'old/local/small'));
        expect(await moodleFolder(join(dist, 'new'), plugin.model)).toBe(join(dist, 'new/public/local/small'));
    });

    it('is refused where there is no Moodle', async () => {
        expect(await moodleFolder(dist, plugin.model)).toMatchObject({code: 'not-moodle'});
    });

    it('is refused where another plugin is', async () => {
        await moodle(dist);
        await mkdir(join(dist, 'local/small'), {recursive: true});
        await writeFile(join(dist, 'local/small/version.php'), "$plugin->component = 'local_other';");
        expect(await moodleFolder(dist, plugin.model)).toMatchObject({code: 'other-plugin-there'});
    });
});
