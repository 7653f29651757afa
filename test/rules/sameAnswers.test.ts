import {existsSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {describe, expect, test} from 'vitest';
import {formatDiagnostic} from '../../build/diagnostics/diagnostic.ts';
import {compileRules} from '../../build/rules/compileRules.ts';
import type {RuleModule} from '../../build/rules/ruleType.ts';
import type {Call} from './call.ts';
import {inputsFor, landmarks} from './inputs.ts';
import {phpAnswers} from './phpAnswers.ts';
import {ruleFolders, type RuleFolder} from './ruleFolders.ts';
import {shippedRules, type Rules} from './shippedRules.ts';
import type {Vector} from './vectors.ts';

const COUNT = 10_000;
/** RULES_SEED=1 npx vitest run test/rules makes other inputs; a failure says the seed that it was found with. */
const SEED = Number(process.env['RULES_SEED'] ?? 20261121);


describe.each(ruleFolders())('the rules in $path', folder => {
    const compiled = compileRules({component: folder.component, rulesDir: folder.path});
    const modules = compiled.modules.filter(module => module.functions.length > 0).map(module => [module.name, module] as const);

    const shipped = shippedRules(folder.component, resolve(folder.path));

    test('compile', () => {
        expect(compiled.problems.map(formatDiagnostic)).toEqual([]);
    });

    test.each(folder.vectors === null ? [] : modules)('%s has examples of every rule, and they hold', async (_name, module) => {
        const vectors = await vectorsOf(folder, module);
        const rules = await load<Rules>(module.source);
        expect(Object.keys(vectors).sort()).toEqual(module.functions.map(rule => rule.name).sort());
        for (const [name, examples] of Object.entries(vectors)) {
            for (const {why, given, gives} of examples) {
                expect(rules[name]?.(...given), `${name}: ${why}`).toEqual(gives);
            }
        }
    });

    test.each(modules)(`%s answers its examples and ${COUNT} random inputs per rule in PHP as in the JavaScript that is shipped`, async (_name, module) => {
        const rules = (await shipped).get(module.name) ?? {};
        const calls = [...exampleCalls(module, await vectorsOf(folder, module)), ...randomCalls(compiled.modules, module)];
        const answers = phpAnswers(compiled.files, calls);
        const differing = calls.flatMap((call, index) => {
            const expected = answer(rules, call);
            return answers[index] === expected ? [] : [`seed ${SEED}: ${call.name}(${JSON.stringify(call.given)}) is ${expected}, in PHP ${answers[index]}`];
        });
        expect(differing.slice(0, 3)).toEqual([]);
    });
});

const load = async <T>(path: string): Promise<T> => (await import(/* @vite-ignore */ pathToFileURL(resolve(path)).href)) as T;

function answer(rules: Rules, call: Call): string {
    try {
        return JSON.stringify(rules[call.name]?.(...call.given));
    } catch (error) {
        return `!${String(error)}`;
    }
}

type VectorTable = Readonly<Record<string, readonly Vector<readonly unknown[], unknown>[]>>;

async function vectorsOf(folder: RuleFolder, module: RuleModule): Promise<VectorTable> {
    const path = folder.vectors === null ? null : join(folder.vectors, `${module.name}.ts`);
    return path === null || !existsSync(path) ? {} : (await load<{vectors: VectorTable}>(path)).vectors;
}

function exampleCalls(module: RuleModule, vectors: VectorTable): readonly Call[] {
    return module.functions.flatMap(({name, phpName}) => (vectors[name] ?? []).map(({given}) => ({name, phpName, phpClass: module.phpClass, given})));
}

function randomCalls(modules: readonly RuleModule[], module: RuleModule): readonly Call[] {
    const near = landmarks(modules.map(({source}) => source));
    return module.functions.flatMap(rule =>
        inputsFor(module, rule, near, COUNT, SEED).map(given => ({name: rule.name, phpName: rule.phpName, phpClass: module.phpClass, given})),
    );
}
