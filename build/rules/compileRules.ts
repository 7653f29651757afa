import {isAbsolute, resolve} from 'node:path';
import ts from 'typescript';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {compileModule} from './compileModule.ts';
import {ruleFiles, ruleProgram} from './ruleProgram.ts';
import type {RuleModule} from './ruleType.ts';
import {typeErrors} from './typeErrors.ts';

export type RulesInput = {
    /** `block_x`. */
    readonly component: string;
    /** plugins/block_x/rules, absolute or from the project's folder. */
    readonly rulesDir: string;
    readonly copyright?: string;
    /** What the paths in messages are relative to. */
    readonly root?: string;
};

export type CompiledRules = {
    /** `classes/local/rules/end_signals.php` -> its text; empty where there is any problem. */
    readonly files: Map<string, string>;
    readonly problems: Diagnostic[];
    readonly modules: RuleModule[];
};

/** All rules of a plugin as PHP classes, or what is in the way. Reads the folder, writes nothing. */
export function compileRules(input: RulesInput): CompiledRules {
    const root = input.root ?? process.cwd();
    const paths = ruleFiles(isAbsolute(input.rulesDir) ? input.rulesDir : resolve(root, input.rulesDir));
    if (paths.length === 0) {
        return {files: new Map(), problems: [], modules: []};
    }
    const program = ruleProgram(paths);
    const copyright = input.copyright ?? '2026 Moodle Plugin Suite contributors';
    const compiled = paths.map(path => compileModule(program, program.getSourceFile(path) as ts.SourceFile, {component: input.component, copyright, root}));
    const problems = typeErrors(program, compiled.flatMap(module => module.problems), root);
    if (problems.length > 0) {
        return {files: new Map(), problems, modules: []};
    }
    const written = compiled.filter(module => module.text !== null);
    return {
        files: new Map(written.map(({module, text}) => [`classes/local/rules/${module.phpName}.php`, text ?? ''])),
        problems: [],
        modules: written.map(({module}) => module),
    };
}
