import ts from '../typescript.js';
import {arrowOf, bind} from './callbacks.ts';
import {condition, negation, plain, skipParentheses} from './expressions.ts';
import {group, indent, SOFT, type Layout} from './layout.ts';
import type {ModuleContext} from './moduleContext.ts';
import {type Php} from './php.ts';
import {block} from './statements.ts';
import {isList, mayBeUndefined} from './typeTests.ts';

/** `list.find(test)?.a.b ?? otherwise`, taken apart. */
type Search = {
    readonly method: string;
    readonly list: ts.Expression;
    readonly arrow: ts.ArrowFunction;
    readonly path: readonly string[];
    readonly otherwise: ts.Expression | null;
};

function searchIn(context: ModuleContext, outer: ts.Expression): Search | null {
    const node = skipParentheses(outer);
    const withDefault = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken;
    const path: string[] = [];
    let inner = skipParentheses(withDefault ? node.left : node);
    if (withDefault && mayBeNull(context, inner) && skipParentheses(node.right).kind !== ts.SyntaxKind.NullKeyword) {
        return null;
    }
    while (ts.isPropertyAccessExpression(inner)) {
        path.unshift(inner.name.text);
        inner = skipParentheses(inner.expression);
    }
    if (!ts.isCallExpression(inner) || !ts.isPropertyAccessExpression(inner.expression)) {
        return null;
    }
    const list = inner.expression.expression;
    const [callback] = inner.arguments;
    const usable = callback !== undefined && ts.isArrowFunction(callback) && callback.parameters.length === 1 && !ts.isBlock(callback.body);
    const arrow = usable && isList(context, context.type(list)) ? arrowOf(context, callback) : null;
    return arrow === null
        ? null
        : {method: inner.expression.name.text, list, arrow, path, otherwise: withDefault ? node.right : null};
}

/** A found null would be taken for nothing found, so such a search stays an expression with `??`. */
function mayBeNull(context: ModuleContext, node: ts.Expression): boolean {
    const type = context.type(node);
    return (type.isUnion() ? type.types : [type]).some(member => (member.flags & ts.TypeFlags.Null) !== 0) || nullOnTheWay(context, node);
}

function nullOnTheWay(context: ModuleContext, node: ts.Expression): boolean {
    return ts.isPropertyAccessExpression(node) && mayBeNull(context, skipParentheses(node.expression));
}

type Loop = (found: readonly Layout[], test?: (arrow: ts.Expression) => Php) => Layout;

function loopOver(context: ModuleContext, search: Search): {readonly loop: Loop; readonly item: Layout} {
    const [parameter] = search.arrow.parameters;
    const list = plain(context, search.list);
    const name = parameter === undefined ? '$item' : bind(context, parameter);
    const loop: Loop = (found, test = node => condition(context, node)) => {
        const {before} = context;
        context.before = null;
        const {flush, text} = test(search.arrow.body as ts.Expression);
        context.before = before;
        return block(group('foreach (', indent(SOFT, list, ' as ', name), SOFT, ')'), [
            block(group('if (', indent(SOFT, flush ?? text), SOFT, ')'), found),
        ]);
    };
    return {loop, item: [name, search.path.map(key => `['${key}']`)]};
}

/** `return list.find(…) ?? null`, `return list.some(…)`, `return list.every(…)` as loops that return early. */
export function returnFromSearch(context: ModuleContext, node: ts.Expression): Layout[] | null {
    const search = searchIn(context, node);
    if (search === null) {
        return null;
    }
    if (search.method === 'find' && search.otherwise !== null) {
        const {loop, item} = loopOver(context, search);
        const lines = loop([['return ', item, ';']]);
        return [lines, ['return ', plain(context, search.otherwise), ';']];
    }
    if (search.otherwise !== null || search.path.length > 0) {
        return null;
    }
    if (search.method === 'some') {
        return [loopOver(context, search).loop(['return true;']), 'return false;'];
    }
    if (search.method === 'every') {
        return [loopOver(context, search).loop(['return false;'], test => negation(context, test)), 'return true;'];
    }
    return null;
}

/** `const step = list.find(…) ?? null` as a loop that breaks. */
export function constFromFind(context: ModuleContext, name: string, node: ts.Expression): Layout[] | null {
    const search = searchIn(context, node);
    if (search === null || search.method !== 'find' || search.otherwise === null || mayBeUndefined(context, node)) {
        return null;
    }
    const {loop, item} = loopOver(context, search);
    const lines = loop([[name, ' = ', item, ';'], 'break;']);
    return [[name, ' = ', plain(context, search.otherwise), ';'], lines];
}
