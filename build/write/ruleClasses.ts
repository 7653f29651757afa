import {join} from 'node:path';
import {isDeepStrictEqual} from 'node:util';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import type {Model} from '../manifest/model.ts';
import {remembered} from '../memory/remembered.ts';
import {partsOf} from '../parts/partsOf.ts';
import {importedBy} from '../rules/importedBy.ts';
import {snakeCase} from '../snakeCase.ts';
import type {Assembly} from './assembly.ts';
import {pluginFolder, PROJECT, textsBelow, type PluginFolder} from './pluginFolder.ts';

/** The PHP that a module becomes; null for one that holds nothing but types. */
type Answer = {readonly php: string | null};
type Texts = ReadonlyMap<string, string>;

/** The rules of a plugin and of its parts as PHP classes. */
export async function ruleClasses(folder: PluginFolder, model: Model, assembly: Assembly): Promise<readonly Diagnostic[]> {
    const folders = [folder, ...partsOf(model.spec).map(({name}) => pluginFolder(join(PROJECT, 'build/parts', name)))];
    const problems: Diagnostic[] = [];
    for (const one of folders) {
        problems.push(...await classesOf(one, model.component, assembly));
    }
    return problems;
}

/** rules/*.ts of a folder. Only what was edited is compiled again, and what imports it. */
async function classesOf(folder: PluginFolder, component: string, assembly: Assembly): Promise<readonly Diagnostic[]> {
    const rulesDir = join(folder.path, 'rules');
    const written = await rulesIn(rulesDir);
    const questions = new Map([...written.keys()].map(file =>
        [file, {step: 'rule', asked: [component, folder.sources, file, ...importedBy(file, written)]}] as const));
    const known = new Map(await Promise.all([...questions].map(async ([file, question]) =>
        [file, await remembered<Answer | null>(question, () => null, () => false)] as const)));
    const missing = [...known].flatMap(([file, answer]) => (answer === null ? [file] : []));
    const {made, problems} = missing.length === 0 ? {made: new Map<string, Answer>(), problems: []} : await compiled(component, rulesDir, written, missing);
    // The compiler reads the folder itself: an edit meanwhile would make this the answer to another question.
    const isSame = problems.length === 0 && isDeepStrictEqual(written, await rulesIn(rulesDir));
    for (const [file, question] of questions) {
        const answer = known.get(file) ?? made.get(file);
        if (answer?.php !== undefined && answer.php !== null) {
            const path = `classes/local/rules/${snakeCase(file.slice(0, -'.ts'.length))}.php`;
            assembly.add(path, {bytes: Buffer.from(answer.php), from: `${folder.sources}/rules/${file}`, by: 'rules'});
        }
        if (isSame && missing.includes(file) && answer !== undefined) {
            await remembered(question, () => answer);
        }
    }
    return problems;
}

/** Compiles some modules together with all that they import, which is all that they hang on. */
async function compiled(
    component: string, rulesDir: string, written: Texts, missing: readonly string[],
): Promise<{readonly made: ReadonlyMap<string, Answer>; readonly problems: readonly Diagnostic[]}> {
    const {compileRules} = await import('../rules/compileRules.ts');
    const files = new Set(missing.flatMap(file => [...importedBy(file, written).keys()]));
    const done = compileRules({component, rulesDir, root: PROJECT, files});
    const php = (file: string): string | null => done.files.get(`classes/local/rules/${snakeCase(file.slice(0, -'.ts'.length))}.php`) ?? null;
    return {made: new Map(missing.map(file => [file, {php: php(file)}])), problems: done.problems};
}

const rulesIn = (folder: string): Promise<Texts> => textsBelow(folder, path => /^\w+\.ts$/.test(path));
