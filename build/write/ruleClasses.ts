import {join} from 'node:path';
import {isDeepStrictEqual} from 'node:util';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import type {Model} from '../manifest/model.ts';
import {remembered} from '../memory/remembered.ts';
import {snakeCase} from '../snakeCase.ts';
import type {Assembly} from './assembly.ts';
import {PROJECT, textsBelow, type PluginFolder} from './pluginFolder.ts';

type Answer = {readonly files: readonly (readonly [string, string])[]; readonly problems: readonly Diagnostic[]};

/** rules/*.ts as PHP classes. */
export async function ruleClasses(folder: PluginFolder, model: Model, assembly: Assembly): Promise<readonly Diagnostic[]> {
    const rulesDir = join(folder.path, 'rules');
    const written = await rulesIn(rulesDir);
    if (written.size === 0) {
        return [];
    }
    const {component} = model;
    const question = {step: 'rules', asked: [component, folder.sources, ...written]};
    const {files, problems} = await remembered<Answer>(question, async () => {
        const {compileRules} = await import('../rules/compileRules.ts');
        const compiled = compileRules({component, rulesDir, root: PROJECT});
        return {files: [...compiled.files], problems: compiled.problems};
        // The compiler reads the folder itself: an edit meanwhile would make this the answer to another question.
    }, async answer => answer.problems.length === 0 && isDeepStrictEqual(written, await rulesIn(rulesDir)));
    for (const [path, text] of files) {
        assembly.add(path, {bytes: Buffer.from(text), from: `${model.sources}/${sourceOf(path, [...written.keys()])}`, by: 'rules'});
    }
    return problems;
}

const rulesIn = (folder: string): Promise<ReadonlyMap<string, string>> => textsBelow(folder, path => /^[^/]+\.ts$/.test(path));

function sourceOf(path: string, written: readonly string[]): string {
    const name = path.replace(/^.*\//, '').replace(/\.php$/, '');
    return `rules/${written.find(file => snakeCase(file) === `${name}.ts`) ?? ''}`;
}
