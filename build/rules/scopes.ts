import ts from '../typescript.js';
import * as say from '../diagnostics/rules.ts';
import type {ModuleContext} from './moduleContext.ts';
import {variableName} from './phpNames.ts';

/**
 * The PHP names of all variables of a function. JavaScript has a scope for each block, PHP one for the whole function, so no
 * name may hide another one, and no two names may become one.
 */
export function checkScopes(context: ModuleContext, root: ts.FunctionDeclaration): ReadonlySet<string> {
    const names = new Map<string, string>();
    const visit = (node: ts.Node, outer: ReadonlySet<string>): void => {
        const opened = opensScope(node) ? new Set(outer) : outer;
        const own = opensScope(node) ? declaredIn(node) : [];
        for (const name of own) {
            checkName(context, name, outer, names);
            (opened as Set<string>).add(name.text);
        }
        node.forEachChild(child => visit(child, opened));
    };
    visit(root, new Set());
    return new Set(names.keys());
}

function checkName(context: ModuleContext, name: ts.Identifier, outer: ReadonlySet<string>, names: Map<string, string>): void {
    const phpName = variableName(name.text);
    const other = names.get(phpName);
    if (outer.has(name.text)) {
        context.refuse(name, place => say.shadowedName(place, name.text));
    } else if (other !== undefined && other !== name.text) {
        context.refuse(name, place => say.nameClash(place, other, name.text, `$${phpName}`));
    } else if (phpName === 'this' || !/^[a-z_]\w*$/.test(phpName)) {
        context.refuse(name, place => say.reservedName(place, name.text));
    }
    names.set(phpName, name.text);
}

const opensScope = (node: ts.Node): boolean =>
    ts.isFunctionDeclaration(node) || ts.isArrowFunction(node) || ts.isBlock(node) || ts.isForOfStatement(node) || ts.isCaseBlock(node);

/** The names that belong to this scope and not to one inside it. */
function declaredIn(scope: ts.Node): readonly ts.Identifier[] {
    const names: ts.Identifier[] = [];
    const visit = (node: ts.Node): void => {
        if ((ts.isParameter(node) || ts.isVariableDeclaration(node) || ts.isBindingElement(node)) && ts.isIdentifier(node.name)) {
            names.push(node.name);
        }
        node.forEachChild(child => {
            if (!opensScope(child)) {
                visit(child);
            }
        });
    };
    scope.forEachChild(child => {
        if (!opensScope(child)) {
            visit(child);
        }
    });
    return names;
}
