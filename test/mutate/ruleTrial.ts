import {readdirSync, readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {Worker} from 'node:worker_threads';
import {build} from 'esbuild';
import type {Mutant} from './mutant.ts';

/** A rule that never ends is noticed as well. */
const MILLISECONDS = 20_000;

/** Whether an example of the rules of a plugin notices a mutant; null is the rules as they are. */
export async function examplesNotice(plugin: string, mutant: Mutant | null): Promise<boolean> {
    const names = readdirSync(join(plugin, 'vectors')).map(file => basename(file, '.ts')).filter(name => readdirSync(join(plugin, 'rules')).includes(`${name}.ts`));
    const entry = [
        ...names.map((name, index) => `import * as r${index} from './rules/${name}.ts'; import * as v${index} from './vectors/${name}.ts';`),
        `const all = [${names.map((_, index) => `[r${index}, v${index}.vectors]`).join(', ')}];`,
        "const {parentPort} = require('node:worker_threads'); const {isDeepStrictEqual} = require('node:util');",
        'parentPort.postMessage(all.every(([rules, vectors]) => Object.entries(vectors ?? {}).every(([rule, examples]) =>'
        + ' examples.every(({given, gives}) => isDeepStrictEqual(rules[rule](...given), gives)))));',
    ].join('\n');
    const bundled = await build({
        stdin: {contents: entry, resolveDir: plugin, loader: 'ts'},
        bundle: true, write: false, format: 'cjs', platform: 'node', logLevel: 'silent',
        plugins: mutant === null ? [] : [{
            name: 'mutant',
            setup: bundler => {
                bundler.onLoad({filter: new RegExp(`/${mutant.file.replaceAll('.', '\\.')}$`)}, () => ({contents: mutant.text, loader: 'ts'}));
            },
        }],
    });
    return new Promise(resolve => {
        const worker = new Worker(bundled.outputFiles[0]?.text ?? '', {eval: true});
        const end = (isNoticed: boolean): void => {
            clearTimeout(timer);
            void worker.terminate();
            resolve(isNoticed);
        };
        const timer = setTimeout(() => {
            end(true);
        }, MILLISECONDS);
        worker.once('message', (holds: boolean) => {
            end(!holds);
        });
        worker.once('error', () => {
            end(true);
        });
    });
}

/** The modules of rules of a plugin, by path below its folder. */
export const ruleTexts = (plugin: string): ReadonlyMap<string, string> => new Map(readdirSync(join(plugin, 'rules'))
    .filter(file => file.endsWith('.ts')).map(file => [`rules/${file}`, readFileSync(join(plugin, 'rules', file), 'utf8')]));
