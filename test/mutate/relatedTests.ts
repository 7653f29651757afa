import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import {pluginFiles} from '../moodle/checks/pluginFiles.ts';
import type {PluginTests} from './phpunitRun.ts';

const PREPENDED = fileURLToPath(new URL('php/loaded.php', import.meta.url));

/** What a file of tests loads of the plugin, how long it takes, and which classes it says to cover. */
export type TestFile = {readonly path: string; readonly loads: readonly string[]; readonly seconds: number; readonly covers: readonly string[]};

/** Runs each file of tests once, and sees which files of the plugin it loads; kept until a PHP file of the plugin changes. */
export async function testFiles(tests: PluginTests, cache: string, say: (line: string) => void): Promise<readonly TestFile[]> {
    const files = [...pluginFiles(tests.folder)].filter(([path]) => path.endsWith('.php'));
    const key = createHash('sha256').update(JSON.stringify(files)).digest('hex');
    if (existsSync(cache)) {
        const kept = JSON.parse(readFileSync(cache, 'utf8')) as {readonly key: string; readonly files: readonly TestFile[]};
        if (kept.key === key) {
            return kept.files;
        }
    }
    const found: TestFile[] = [];
    for (const [path, text] of files.filter(([one]) => /^tests\/.*_test\.php$/.test(one))) {
        found.push(await lookAt(tests, path, text));
        say(`${path}: ${found.at(-1)?.loads.length ?? 0} files, ${(found.at(-1)?.seconds ?? 0).toFixed(1)} s`);
    }
    mkdirSync(dirname(cache), {recursive: true});
    writeFileSync(cache, JSON.stringify({key, files: found}));
    return found;
}

async function lookAt(tests: PluginTests, path: string, text: string): Promise<TestFile> {
    const loaded = join(tests.scratch, 'loaded.json');
    rmSync(loaded, {force: true});
    const began = Date.now();
    const {passed, output} = await tests.run([path], ['-d', `auto_prepend_file=${PREPENDED}`], {MUTATE_LOADED: loaded});
    if (!passed) {
        throw new Error(`${path} fails before anything is changed:\n${output}`);
    }
    const files = JSON.parse(readFileSync(loaded, 'utf8')) as readonly string[];
    return {
        path,
        seconds: (Date.now() - began) / 1000,
        loads: files.map(file => relative(tests.folder, file)).filter(file => !file.startsWith('..')),
        covers: [...text.matchAll(/@covers \\?([\w\\]+)/g)].map(found => (found[1] ?? '').replace(/^[a-z0-9_]+\\/, 'classes/').replaceAll('\\', '/') + '.php'),
    };
}

/** The tests that could notice a change of a file: those that say so, then the quickest of those that load it. */
export function related(all: readonly TestFile[], file: string, seconds: number): readonly string[] {
    const loading = all.filter(({loads}) => loads.includes(file));
    const rank = ({covers, seconds: taken}: TestFile): number => (covers.includes(file) ? 0 : 1000) + taken;
    const ordered = [...loading].sort((one, other) => rank(one) - rank(other));
    let left = seconds;
    return ordered.filter((test, index) => {
        left -= test.seconds;
        return index === 0 || test.covers.includes(file) || left >= 0;
    }).map(({path}) => path);
}
