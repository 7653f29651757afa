import ts from '../typescript.js';
import type {Reason} from '../diagnostics/rules.ts';
import {simpleParts} from './callbacks.ts';
import {comments} from './docs.ts';
import {effect} from './effects.ts';
import {condition, plain, skipParentheses} from './expressions.ts';
import {bracketed, group, HARD, indent, join, SOFT, type Layout} from './layout.ts';
import {constFromFind, returnFromSearch} from './loops.ts';
import type {ModuleContext} from './moduleContext.ts';
import {variableName} from './phpNames.ts';
import {isList, isText} from './typeTests.ts';
import {switchStatement} from './switches.ts';

/** The statements of a block, each with the comments above it. */
export function statements(context: ModuleContext, nodes: readonly ts.Statement[]): Layout[] {
    return nodes.flatMap(node => [...comments(context, node), ...withRoom(context, () => statement(context, node))]);
}

/** Runs where a line may be put before the statement, and puts them there. */
function withRoom(context: ModuleContext, work: () => Layout[]): Layout[] {
    const outer = context.before;
    const before: Layout[] = [];
    context.before = before;
    const lines = work();
    context.before = outer;
    return [...before, ...lines];
}

/** `{`, the lines one level deeper, `}`. */
export function block(head: Layout, lines: readonly Layout[]): Layout {
    return [head, ' {', indent(lines.map(line => [HARD, line])), HARD, '}'];
}

export function body(context: ModuleContext, node: ts.Statement): Layout[] {
    return statements(context, ts.isBlock(node) ? node.statements : [node]);
}

function statement(context: ModuleContext, node: ts.Statement): Layout[] {
    if (ts.isReturnStatement(node)) {
        return returned(context, node);
    }
    if (ts.isVariableStatement(node)) {
        return node.declarationList.declarations.flatMap(declaration => declared(context, node.declarationList, declaration));
    }
    if (ts.isIfStatement(node)) {
        return [ifChain(context, node)];
    }
    if (ts.isForOfStatement(node)) {
        return [forOf(context, node)];
    }
    if (ts.isSwitchStatement(node)) {
        return switchStatement(context, node);
    }
    if (ts.isExpressionStatement(node)) {
        return [[effect(context, skipParentheses(node.expression)), ';']];
    }
    if (ts.isBlock(node)) {
        return statements(context, node.statements);
    }
    if ((ts.isBreakStatement(node) || ts.isContinueStatement(node)) && node.label === undefined) {
        return [jump(context, node)];
    }
    return [context.refuseSyntax(node, refusedStatement(node))];
}

function refusedStatement(node: ts.Statement): Reason {
    switch (node.kind) {
        case ts.SyntaxKind.ForStatement:
        case ts.SyntaxKind.WhileStatement:
        case ts.SyntaxKind.DoStatement:
            return 'loop';
        case ts.SyntaxKind.ForInStatement:
            return 'for-in';
        case ts.SyntaxKind.ThrowStatement:
            return 'throw';
        case ts.SyntaxKind.TryStatement:
            return 'try';
        case ts.SyntaxKind.ClassDeclaration:
            return 'class';
        case ts.SyntaxKind.EnumDeclaration:
            return 'enum';
        case ts.SyntaxKind.LabeledStatement:
        case ts.SyntaxKind.BreakStatement:
        case ts.SyntaxKind.ContinueStatement:
            return 'label';
        case ts.SyntaxKind.FunctionDeclaration:
            return 'arrow-place';
        default:
            return 'unknown-syntax';
    }
}

/** PHP counts a `switch` as a loop for `continue`, JavaScript does not. */
function jump(context: ModuleContext, node: ts.BreakOrContinueStatement): Layout {
    if (ts.isBreakStatement(node)) {
        return 'break;';
    }
    return context.switches === 0 ? 'continue;' : `continue ${context.switches + 1};`;
}

function returned(context: ModuleContext, node: ts.ReturnStatement): Layout[] {
    if (node.expression === undefined) {
        return [context.refuseSyntax(node, 'undefined')];
    }
    return returnFromSearch(context, node.expression) ?? [['return ', plain(context, node.expression), ';']];
}

/** Not `var`, and not `using`, which ends with a call. */
const isConstOrLet = (list: ts.VariableDeclarationList): boolean => isConst(list) || isOfKind(list, ts.NodeFlags.Let);

/** `const`, and not `await using`, which has its flag as well. */
export const isConst = (list: ts.VariableDeclarationList): boolean => isOfKind(list, ts.NodeFlags.Const);

const isOfKind = (list: ts.VariableDeclarationList, kind: number): boolean => (Number(list.flags) & Number(ts.NodeFlags.BlockScoped)) === kind;

function declared(context: ModuleContext, list: ts.VariableDeclarationList, node: ts.VariableDeclaration): Layout[] {
    if (!isConstOrLet(list)) {
        return [context.refuseSyntax(list, 'var')];
    }
    if (node.initializer === undefined) {
        return [context.refuseSyntax(node, 'let-without-value')];
    }
    if (!ts.isIdentifier(node.name)) {
        return [[pattern(context, node.name), ' = ', plain(context, node.initializer), ';']];
    }
    context.ruleType(node.name);
    const name = `$${variableName(node.name.text)}`;
    const found = constFromFind(context, name, node.initializer);
    if (found !== null) {
        return found;
    }
    const value = plain(context, node.initializer);
    return value === name ? [] : [[name, ' = ', value, ';']];
}

/** `['a' => $a, 'b' => $b]`, or `[$a, $b]`. */
function pattern(context: ModuleContext, node: ts.BindingPattern): Layout {
    const parts = simpleParts(context, node);
    const named = ts.isObjectBindingPattern(node);
    return bracketed('[', parts.map(part => `${named ? `${part.key} => ` : ''}$${variableName(part.name)}`), ']', ',');
}

function ifChain(context: ModuleContext, node: ts.IfStatement): Layout {
    const head = test(context, 'if', node.expression);
    const parts: Layout[] = [block(head, body(context, node.thenStatement))];
    for (let rest = node.elseStatement; rest !== undefined; ) {
        if (!ts.isIfStatement(rest)) {
            parts.push(' ', block('else', body(context, rest)));
            break;
        }
        const {before} = context;
        context.before = null;
        const next = test(context, 'else if', rest.expression);
        context.before = before;
        parts.push(' ', block(next, body(context, rest.thenStatement)));
        rest = rest.elseStatement;
    }
    return parts;
}

export function test(context: ModuleContext, word: string, node: ts.Expression): Layout {
    const {flush, text} = condition(context, node);
    return group(`${word} (`, indent(SOFT, flush ?? text), SOFT, ')');
}

function forOf(context: ModuleContext, node: ts.ForOfStatement): Layout {
    if (node.awaitModifier !== undefined || !ts.isVariableDeclarationList(node.initializer)) {
        return context.refuseSyntax(node, node.awaitModifier === undefined ? 'assign-target' : 'wait');
    }
    if (!isConstOrLet(node.initializer)) {
        return context.refuseSyntax(node.initializer, 'var');
    }
    const name = node.initializer.declarations[0]?.name as ts.BindingName;
    const source = skipParentheses(node.expression);
    const entries = ts.isCallExpression(source) && ts.isPropertyAccessExpression(source.expression) && source.expression.name.text === 'entries'
        ? source.expression.expression
        : null;
    if (!isList(context, context.type(entries ?? source))) {
        return context.refuseSyntax(node, isText(context.type(source)) ? 'index-string' : 'loop');
    }
    const items = plain(context, entries ?? source);
    const target = entries === null ? loopName(context, name) : entryNames(context, name);
    const {switches} = context;
    context.switches = 0;
    const lines = body(context, node.statement);
    context.switches = switches;
    return block(group('foreach (', indent(SOFT, items, ' as ', target), SOFT, ')'), lines);
}

function loopName(context: ModuleContext, name: ts.BindingName): Layout {
    return ts.isIdentifier(name) ? `$${variableName(name.text)}` : pattern(context, name);
}

/** `const [index, item] of list.entries()` -> `$index => $item`. */
function entryNames(context: ModuleContext, name: ts.BindingName): Layout {
    const [index, item] = ts.isArrayBindingPattern(name) ? name.elements : [];
    if (index === undefined || item === undefined || !isPlainElement(index) || !isPlainElement(item)) {
        return context.refuseSyntax(name, 'destructuring');
    }
    return join([loopName(context, index.name), loopName(context, item.name)], ' => ');
}

/** A name or a pattern in a pattern, with no default and no rest. */
const isPlainElement = (item: ts.ArrayBindingElement): item is ts.BindingElement =>
    ts.isBindingElement(item) && item.initializer === undefined && item.dotDotDotToken === undefined;
