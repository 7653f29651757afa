import {relative} from 'node:path';
import ts from '../typescript.js';
import type {Reason} from '../diagnostics/rules.ts';
import {moduleDoc} from './docs.ts';
import {checkFilledLists} from './filledLists.ts';
import {ModuleContext} from './moduleContext.ts';
import {checkMemberNames} from './memberNames.ts';
import {classFile, constant, method, ruleFunction} from './phpClass.ts';
import {snakeCase} from '../snakeCase.ts';
import {addCalls, type CallGraph} from './recursion.ts';
import {moduleName} from './ruleProgram.ts';
import type {RuleFunction, RuleModule} from './ruleType.ts';
import {isConst} from './statements.ts';
import {checkScopes} from './scopes.ts';
import {refuseHiding} from './trust.ts';

export type ModuleOptions = {
    readonly component: string;
    /** What paths are relative to. */
    readonly root: string;
    /** Filled as modules are read. */
    readonly calls: CallGraph;
};

/** One module: its PHP, null where it holds types only, and what is in the way. */
export type CompiledModule = {readonly module: RuleModule; readonly text: string | null; readonly context: ModuleContext};

export function compileModule(program: ts.Program, source: ts.SourceFile, options: ModuleOptions): CompiledModule {
    const context = new ModuleContext(program.getTypeChecker(), source, options.root);
    refuseHiding(context);
    const functions: RuleFunction[] = [];
    const members: string[] = [];
    for (const node of source.statements) {
        if (ts.isFunctionDeclaration(node)) {
            const rule = functionMember(context, node, members, options.calls);
            functions.push(...(rule !== null && isExported(node) ? [rule] : []));
        } else {
            otherStatement(context, node, members);
        }
    }
    const name = moduleName(source.fileName);
    const phpName = snakeCase(name);
    const module = {name, source: source.fileName, phpName, phpClass: `${options.component}\\local\\rules\\${phpName}`, functions};
    checkMemberNames(context, name);
    const path = relative(options.root, source.fileName);
    const text = members.length === 0 ? null : classFile(options.component, path, module, moduleDoc(source), members, context.shapes);
    return {module, text, context};
}

const isExported = (node: ts.Statement): boolean =>
    ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some(modifier => modifier.kind === ts.SyntaxKind.ExportKeyword) ?? false);

const isDeclared = (node: ts.Statement): boolean =>
    ts.canHaveModifiers(node) && (ts.getModifiers(node)?.some(modifier => modifier.kind === ts.SyntaxKind.DeclareKeyword) ?? false);

function functionMember(context: ModuleContext, node: ts.FunctionDeclaration, members: string[], calls: CallGraph): RuleFunction | null {
    if (node.asteriskToken !== undefined || node.modifiers?.some(modifier => modifier.kind === ts.SyntaxKind.AsyncKeyword)) {
        context.refuseSyntax(node, node.asteriskToken === undefined ? 'wait' : 'yield');
        return null;
    }
    if (node.modifiers?.some(modifier => modifier.kind === ts.SyntaxKind.DefaultKeyword) || node.typeParameters !== undefined) {
        context.refuseSyntax(node, node.typeParameters === undefined ? 'default-export' : 'generic');
        return null;
    }
    if (node.body === undefined || isDeclared(node)) {
        context.refuseSyntax(node, 'declared');
        return null;
    }
    const rule = ruleFunction(context, node);
    const variables = checkScopes(context, node);
    checkFilledLists(context, node);
    addCalls(context, calls, node);
    if (rule !== null) {
        members.push(method(context, node, rule, isExported(node), variables));
    }
    return rule;
}

function otherStatement(context: ModuleContext, node: ts.Statement, members: string[]): void {
    if (ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) {
        return;
    }
    if (ts.isImportDeclaration(node)) {
        imported(context, node);
        return;
    }
    if (!ts.isVariableStatement(node)) {
        context.refuseSyntax(node, refusal(node));
        return;
    }
    if (isDeclared(node)) {
        context.refuseSyntax(node, 'declared');
        return;
    }
    if (!isConst(node.declarationList)) {
        context.refuseSyntax(node, 'module-let');
        return;
    }
    for (const declaration of node.declarationList.declarations) {
        const value = declaration.initializer;
        if (value !== undefined && (ts.isArrowFunction(value) || ts.isFunctionExpression(value))) {
            context.refuseSyntax(declaration, 'module-function');
        } else if (!ts.isIdentifier(declaration.name)) {
            context.refuseSyntax(declaration, 'destructuring');
        } else {
            members.push(constant(context, declaration, isExported(node)));
        }
    }
}

function refusal(node: ts.Statement): Reason {
    switch (node.kind) {
        case ts.SyntaxKind.ClassDeclaration:
            return 'class';
        case ts.SyntaxKind.EnumDeclaration:
            return 'enum';
        case ts.SyntaxKind.ExportAssignment:
            return 'default-export';
        case ts.SyntaxKind.ExportDeclaration:
            return 'import';
        default:
            return 'module-statement';
    }
}

/** Named imports from a file beside this one. */
function imported(context: ModuleContext, node: ts.ImportDeclaration): void {
    const from = (node.moduleSpecifier as ts.StringLiteral).text;
    const clause = node.importClause;
    const named = clause?.namedBindings !== undefined && ts.isNamedImports(clause.namedBindings) && clause.name === undefined;
    if (!named || node.attributes !== undefined || !/^\.\/\w+\.ts$/.test(from)) {
        context.refuseSyntax(node, 'import');
    }
}
