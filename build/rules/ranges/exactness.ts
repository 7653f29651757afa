import ts from '../../typescript.js';
import type {CompiledModule} from '../compileModule.ts';
import {constant} from './expressions.ts';
import {callFunction} from './functions.ts';
import {Run} from './run.ts';
import {shapeOf} from './shape.ts';

/**
 * Refuses what may count beyond 2^53 - 1, from where on JavaScript rounds and PHP does not: every rule is run with all that its
 * parameters can be, as ranges.
 */
export function refuseInexact(compiled: readonly CompiledModule[]): void {
    const run = new Run(compiled.map(({context}) => context));
    for (const {context, module} of compiled) {
        for (const node of context.source.statements) {
            if (ts.isVariableStatement(node)) {
                node.declarationList.declarations.forEach(declaration => constant(run, declaration));
            }
            const rule = ts.isFunctionDeclaration(node) ? module.functions.find(({name}) => name === node.name?.text) : undefined;
            if (rule !== undefined) {
                callFunction(run, node as ts.FunctionDeclaration, rule.parameters.map(({type}) => shapeOf(type)));
            }
        }
    }
}
