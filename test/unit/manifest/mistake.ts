import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {loadModel} from '../../../build/manifest/loadModel.ts';
import {PROJECT, pluginFolder} from '../../../build/write/pluginFolder.ts';

const GOLDEN = join(PROJECT, 'test/golden/plugins');

/** What the build says of the golden plugin after one change of its sources: `file code`, and line and message of each. */
export async function mistake(from: string, to: string, file = 'manifest.ts'): Promise<{readonly said: readonly string[]; readonly message: string}> {
    const path = await mkdtemp(join(GOLDEN, '.new-'));
    try {
        await cp(join(GOLDEN, 'everything'), path, {recursive: true, filter: source => !/\/(expected|php|amd)(\/|$)/.test(source.slice(GOLDEN.length))});
        const text = await readFile(join(path, file), 'utf8');
        if (!text.includes(from)) {
            throw new Error(`'${from}' is not in ${file} any more.`);
        }
        await writeFile(join(path, file), text.replace(from, to));
        const {problems} = await loadModel(pluginFolder(path));
        return {
            said: problems.map(problem => `${problem.file?.replace(/^.*?\.new-[^/]+\//, '')} ${problem.code}`),
            message: problems.map(({line, message}) => `${line}: ${message}`).join('\n'),
        };
    } finally {
        await rm(path, {recursive: true});
    }
}

/** Line of the first place where the golden manifest has a text. */
export async function lineOf(text: string, file = 'manifest.ts'): Promise<number> {
    const source = await readFile(join(GOLDEN, 'everything', file), 'utf8');
    return source.slice(0, source.indexOf(text)).split('\n').length;
}
