import ts from '../../typescript.js';
import {bindName, evaluate} from './expressions.ts';
import type {Names, Run} from './run.ts';
import {NOTHING, type Shape} from './shape.ts';
import {runStatements} from './statements.ts';

/** What a function answers; the same question is answered once. */
export function callFunction(run: Run, node: ts.FunctionDeclaration, given: readonly Shape[]): Shape {
    const question = JSON.stringify([node.getSourceFile().fileName, node.pos, run.isTrial, given], (_key, value: unknown) => asData(value));
    const known = run.answers.get(question);
    if (known !== undefined) {
        return known;
    }
    const outer = {names: run.names, returned: run.returned, leaving: run.leaving};
    run.names = new Map() as Names;
    run.returned = null;
    node.parameters.forEach((parameter, index) => bindName(run, parameter.name, given[index] ?? NOTHING));
    runStatements(run, node.body?.statements ?? []);
    const answer = run.returned ?? NOTHING;
    Object.assign(run, outer);
    run.answers.set(question, answer);
    return answer;
}

/** Maps and infinite numbers are nothing in JSON. */
function asData(value: unknown): unknown {
    return value instanceof Map ? [...value] : typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

/** What a callback of a list method answers. */
export function callCallback(run: Run, outer: ts.Expression | undefined, given: readonly Shape[]): Shape {
    if (outer !== undefined && ts.isArrowFunction(outer)) {
        outer.parameters.forEach((parameter, index) => bindName(run, parameter.name, given[index] ?? NOTHING));
        return evaluate(run, outer.body as ts.Expression);
    }
    const declaration = outer !== undefined && ts.isIdentifier(outer) ? run.at(outer).symbol(outer)?.valueDeclaration : undefined;
    return declaration !== undefined && ts.isFunctionDeclaration(declaration) ? callFunction(run, declaration, given) : NOTHING;
}
