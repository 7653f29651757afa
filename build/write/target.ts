import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {notMoodle, notOurs} from '../diagnostics/cli.ts';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import type {Model} from '../manifest/model.ts';
import {PROJECT} from './pluginFolder.ts';

export const DIST: string = join(PROJECT, 'dist');

/** Where a built plugin goes: its folder in dist/. */
export const distFolder = (model: Model): string => join(DIST, model.component);

/** Where it goes in a Moodle source tree: from 5.1 on, plugins are below public/. */
export async function moodleFolder(tree: string, model: Model): Promise<string | Diagnostic> {
    const root = [join(resolve(tree), 'public'), resolve(tree)].find(isMoodle);
    if (root === undefined) {
        return notMoodle(tree);
    }
    const folder = join(root, model.home);
    const there = await readFile(join(folder, 'version.php'), 'utf8').catch(() => null);
    const ours = there === null ? !existsSync(folder) : there.includes(`'${model.component}'`);
    return ours ? folder : notOurs(folder, model.component);
}

const isMoodle = (folder: string): boolean => existsSync(join(folder, 'version.php')) && existsSync(join(folder, 'lib/moodlelib.php'));
