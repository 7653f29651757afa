import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import ts from 'typescript';
import {erase} from '../../../build/amd/erase.ts';
import {compileEach} from '../../../build/rules/compileRules.ts';
import type {CompiledModule} from '../../../build/rules/compileModule.ts';
import type {Call} from '../call.ts';
import {inputsFor, landmarks} from '../inputs.ts';
import {phpAnswers} from '../phpAnswers.ts';

export type Difference = {readonly program: number; readonly call: string; readonly shipped: string; readonly typescript: string; readonly php: string};

export type Outcome = {
    /** Programs that the compiler takes, by their place among those given. */
    readonly taken: readonly number[];
    readonly calls: number;
    readonly differences: readonly Difference[];
};

const COMPONENT = 'local_golden';

type Rules = Record<string, (...given: readonly unknown[]) => unknown>;

/** Runs programs in TypeScript, as the JavaScript that is shipped and as PHP, with the same random inputs. */
export async function holdTogether(programs: readonly string[], inputs: number, seed: number): Promise<Outcome> {
    const folder = mkdtempSync(join(tmpdir(), 'programs-'));
    try {
        programs.forEach((program, index) => writeFileSync(join(folder, `program${index}.ts`), program));
        const compiled = compileEach({component: COMPONENT, rulesDir: folder, root: folder}).filter(({text}) => text !== null);
        const taken = compiled.map(({module}) => Number(/\d+$/.exec(module.name)?.[0]));
        const calls = compiled.flatMap(module => callsOf(module, inputs, seed));
        const files = new Map(compiled.map(({module, text}) => [`${module.phpName}.php`, text ?? '']));
        const php = phpAnswers(files, calls);
        const differences: Difference[] = [];
        const loaded = new Map(await Promise.all(compiled.map(async ({module}, index) =>
            [module.phpClass, {program: taken[index] ?? 0, ...await bothWays(basename(module.source), programs[taken[index] ?? 0] ?? '')}] as const)));
        for (const [index, call] of calls.entries()) {
            const {program, shipped, typescript} = loaded.get(call.phpClass) ?? {program: -1, shipped: {}, typescript: {}};
            const answers = {shipped: answer(shipped, call), typescript: answer(typescript, call), php: php[index] ?? ''};
            if (answers.shipped !== answers.php || answers.typescript !== answers.php) {
                differences.push({program, call: `${call.name}(${call.given.map(given => JSON.stringify(given)).join(', ')})`, ...answers});
            }
        }
        return {taken, calls: calls.length, differences};
    } finally {
        rmSync(folder, {recursive: true});
    }
}

function callsOf({module}: CompiledModule, inputs: number, seed: number): readonly Call[] {
    const near = landmarks([module.source]);
    return module.functions.flatMap(rule =>
        inputsFor(module, rule, near, inputs, seed).map(given => ({name: rule.name, phpName: rule.phpName, phpClass: module.phpClass, given})));
}

/** A program as the browser gets it, and as TypeScript's own compiler makes it. */
async function bothWays(name: string, text: string): Promise<{readonly shipped: Rules; readonly typescript: Rules}> {
    const erased = erase({component: COMPONENT, path: `rules/${name}`, text});
    if (erased.problems.length > 0) {
        throw new Error(`${JSON.stringify(erased.problems)}\n${text}`);
    }
    const options = {target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext};
    const {outputText} = ts.transpileModule(text, {compilerOptions: options});
    return {shipped: await loaded(erased.text ?? ''), typescript: await loaded(outputText)};
}

const loaded = async (text: string): Promise<Rules> =>
    (await import(/* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`)) as Rules;

function answer(rules: Rules, call: Call): string {
    try {
        return JSON.stringify(rules[call.name]?.(...call.given));
    } catch (error) {
        return `!${String(error)}`;
    }
}
