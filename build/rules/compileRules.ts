import {basename, isAbsolute, relative, resolve} from 'node:path';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {compileModule, type CompiledModule} from './compileModule.ts';
import {refuseImportCycles} from './importCycles.ts';
import {refuseInexact} from './ranges/exactness.ts';
import {isRecursive, type CallGraph} from './recursion.ts';
import {ruleFiles, ruleProgram} from './ruleProgram.ts';
import type {RuleModule} from './ruleType.ts';
import {typeErrors} from './typeErrors.ts';

export type RulesInput = {
    /** `block_x`. */
    readonly component: string;
    /** plugins/block_x/rules, absolute or from the project's folder. */
    readonly rulesDir: string;
    /** What the paths in messages are relative to. */
    readonly root?: string;
    /** Names of the only files that are looked at; without it all of the folder. */
    readonly files?: ReadonlySet<string>;
};

export type CompiledRules = {
    /** `classes/local/rules/end_signals.php` -> its text; empty where there is any problem. */
    readonly files: Map<string, string>;
    readonly problems: readonly Diagnostic[];
    readonly modules: RuleModule[];
};

/** All rules of a plugin as PHP classes, or what is in the way. Reads the folder, writes nothing. */
export function compileRules(input: RulesInput): CompiledRules {
    const {compiled, problems} = translated(input);
    if (problems.length > 0) {
        return {files: new Map(), problems, modules: []};
    }
    refuseInexact(compiled);
    const inexact = compiled.flatMap(({context}) => context.problems);
    if (inexact.length > 0) {
        return {files: new Map(), problems: inexact, modules: []};
    }
    const written = compiled.filter(module => module.text !== null);
    return {
        files: new Map(written.map(({module, text}) => [`classes/local/rules/${module.phpName}.php`, text ?? ''])),
        problems: [],
        modules: written.map(({module}) => module),
    };
}

/** The modules of a folder that nothing is in the way of, where they stand each alone. */
export function compileEach(input: RulesInput): readonly CompiledModule[] {
    const {compiled, problems} = translated(input);
    const broken = new Set(problems.map(({file}) => file));
    const sound = compiled.filter(({module}) => !broken.has(relative(input.root ?? process.cwd(), module.source)));
    refuseInexact(sound);
    return sound.filter(({context}) => context.problems.length === 0);
}

type Translated = {readonly compiled: readonly CompiledModule[]; readonly problems: readonly Diagnostic[]};

/** Each module as PHP, and all problems but those of large numbers, which are looked for where there are no others. */
function translated(input: RulesInput): Translated {
    const root = input.root ?? process.cwd();
    const all = ruleFiles(isAbsolute(input.rulesDir) ? input.rulesDir : resolve(root, input.rulesDir));
    const paths = all.filter(path => input.files?.has(basename(path)) ?? true);
    if (paths.length === 0) {
        return {compiled: [], problems: []};
    }
    const program = ruleProgram(paths);
    const calls: CallGraph = new Map();
    const sources = paths.map(path => program.getSourceFile(path)).filter(source => source !== undefined);
    const compiled = sources.map(source => compileModule(program, source, {component: input.component, root, calls}));
    refuseRecursion(compiled, calls);
    refuseImportCycles(compiled.map(({context}) => context));
    return {compiled, problems: typeErrors(program, compiled.flatMap(({context}) => context.problems), root)};
}

function refuseRecursion(compiled: readonly CompiledModule[], calls: CallGraph): void {
    for (const {context} of compiled) {
        for (const root of calls.keys()) {
            if (root.getSourceFile() === context.source && isRecursive(calls, root)) {
                context.refuseSyntax(root, 'recursion');
            }
        }
    }
}
