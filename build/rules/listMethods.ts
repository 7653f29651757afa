import ts from '../typescript.js';
import {call} from './calls.ts';
import {arrowOf, closure} from './callbacks.ts';
import {comparator} from './comparator.ts';
import {condition, negation, plain, translate} from './expressions.ts';
import {group, indent, SPACE, type Layout} from './layout.ts';
import {writtenNumber} from './literals.ts';
import type {ModuleContext} from './moduleContext.ts';
import {atom, bound, BINDS, type Php} from './php.ts';
import {variableName} from './phpNames.ts';
import {isInteger, isList, isSimple, isText} from './typeTests.ts';

type Method = (context: ModuleContext, node: ts.CallExpression, list: ts.Expression) => Php;

/** A method of a list, as one expression of PHP. Statements write some of them as loops instead: see loops.ts. */
export function listMethod(context: ModuleContext, node: ts.CallExpression, target: ts.PropertyAccessExpression): Php {
    const method = METHODS.get(target.name.text);
    if (method !== undefined) {
        return method(context, node, target.expression);
    }
    if (['sort', 'reverse', 'pop', 'shift', 'unshift', 'splice', 'fill'].includes(target.name.text)) {
        return atom(context.refuseSyntax(node, 'in-place'));
    }
    return atom(context.refuseSyntax(node, target.name.text === 'push' ? 'push-value' : 'list-method'));
}

const first = (node: ts.CallExpression): ts.Expression => node.arguments[0] ?? node;

const usesIndex = (context: ModuleContext, node: ts.CallExpression): boolean =>
    (arrowOf(context, node.arguments[0])?.parameters.length ?? 0) > 1;

const conditionText = (context: ModuleContext, node: ts.Expression): Layout => condition(context, node).text;

/** The list's items that pass, with keys that may have gaps. */
function filtered(context: ModuleContext, node: ts.CallExpression, list: ts.Expression, test = closure(context, first(node), conditionText)): Layout {
    const mode = usesIndex(context, node) ? ['ARRAY_FILTER_USE_BOTH'] : [];
    return call('array_filter', plain(context, list), test, ...mode).text;
}

const filter: Method = (context, node, list) => call('array_values', filtered(context, node, list));

const find: Method = (context, node, list) => atom([filter(context, node, list).text, '[0]']);

const some: Method = (context, node, list) => {
    const passing = filtered(context, node, list);
    return {text: [passing, ' !== []'], binds: BINDS.equal, opposite: [passing, ' === []']};
};

/** Every one passes where none fails. */
const every: Method = (context, node, list) => {
    const arrow = arrowOf(context, node.arguments[0]);
    if (arrow === null) {
        return atom(context.refuseSyntax(first(node), 'arrow-place'));
    }
    const fails = closure(context, arrow, (inner, body) => negation(inner, body).text);
    const failing = filtered(context, node, list, fails);
    return {text: [failing, ' === []'], binds: BINDS.equal, opposite: [failing, ' !== []']};
};

const map: Method = (context, node, list) => {
    const items = plain(context, list);
    const change = closure(context, first(node));
    return usesIndex(context, node)
        ? call('array_map', change, items, call('array_keys', items).text)
        : call('array_map', change, items);
};

const flatMap: Method = (context, node, list) => call('array_merge', '[]', ['...', map(context, node, list).text]);

const reduce: Method = (context, node, list) => {
    const start = node.arguments[1];
    if (start === undefined || (arrowOf(context, node.arguments[0])?.parameters.length ?? 2) !== 2) {
        return atom(context.refuseSyntax(node, start === undefined ? 'start-value' : 'reduce-index'));
    }
    return call('array_reduce', plain(context, list), closure(context, first(node)), plain(context, start));
};

const canBeSearched = (context: ModuleContext, node: ts.CallExpression): boolean => isSimple(context.type(first(node)));

const includes: Method = (context, node, list) => {
    if (!canBeSearched(context, node)) {
        return atom(context.refuseSyntax(node, 'list-search'));
    }
    return call('in_array', plain(context, first(node)), plain(context, list), 'true');
};

const indexOf: Method = (context, node, list) => {
    if (!canBeSearched(context, node)) {
        return atom(context.refuseSyntax(node, 'list-search'));
    }
    const values = [plain(context, first(node)), plain(context, list), 'true'];
    const text = group(call('in_array', ...values).text, indent(SPACE, '? ', call('array_search', ...values).text, SPACE, ': -1'));
    return {text, binds: BINDS.ternary};
};

const at: Method = (context, node, list) => {
    const index = writtenNumber(node.arguments[0]);
    if (index === null) {
        return atom(context.refuseSyntax(node, 'at-index'));
    }
    const items = bound(translate(context, list), BINDS.atom);
    return atom(index >= 0 ? [items, `[${index}]`] : [items, '[count(', items, `) - ${-index}]`]);
};

/**
 * slice(n) and slice(0, n) mean the same as array_slice() for every n, below zero and beyond the end too; other pairs only
 * where both are written out.
 */
const slice: Method = (context, node, list) => {
    const [from, to] = node.arguments;
    const items = plain(context, list);
    if (from === undefined || to === undefined) {
        return from === undefined ? translate(context, list) : call('array_slice', items, plain(context, from));
    }
    const [start, end] = [writtenNumber(from), writtenNumber(to)];
    if (start === 0) {
        return call('array_slice', items, '0', plain(context, to));
    }
    if (start === null || end === null || start < 0 || end < 0) {
        return atom(context.refuseSyntax(node, 'slice'));
    }
    return call('array_slice', items, String(start), String(Math.max(0, end - start)));
};

const concat: Method = (context, node, list) => {
    const others = node.arguments.map(other =>
        isList(context, context.type(other)) ? plain(context, other) : context.refuseSyntax(node, 'spread-kind'),
    );
    return call('array_merge', plain(context, list), ...others);
};

const joined: Method = (context, node, list) => {
    const [separator] = node.arguments;
    const item = context.checker.getIndexTypeOfType(context.type(list), ts.IndexKind.Number);
    if (separator === undefined) {
        return atom(context.refuseSyntax(node, 'join-separator'));
    }
    if (item === undefined || !(isText(item) || isInteger(item))) {
        return atom(context.refuseSyntax(node, 'join'));
    }
    return call('implode', plain(context, separator), plain(context, list));
};

const toReversed: Method = (context, _node, list) => call('array_reverse', plain(context, list));

/** PHP sorts a copy in a statement of its own, which is put before the statement in hand. */
const toSorted: Method = (context, node, list) => {
    if (node.arguments[0] === undefined) {
        return atom(context.refuseSyntax(node, 'sort-default'));
    }
    if (context.before === null) {
        return atom(context.refuseSyntax(node, 'hoist-sort'));
    }
    const items = plain(context, list);
    const order = comparator(context, node.arguments[0]);
    const sorted = `$${sortedName(context, node)}`;
    context.before.push([sorted, ' = ', items, ';'], ['usort(', sorted, ', ', order, ');']);
    return atom(sorted);
};

/** The name that the sorted list is given anyway, or `sorted`. */
function sortedName(context: ModuleContext, node: ts.CallExpression): string {
    const {parent} = node;
    return ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) ? variableName(parent.name.text) : context.freshVariable('sorted');
}

const METHODS = new Map<string, Method>([
    ['at', at], ['concat', concat], ['every', every], ['filter', filter], ['find', find], ['flatMap', flatMap], ['includes', includes],
    ['indexOf', indexOf], ['join', joined], ['map', map], ['reduce', reduce], ['slice', slice], ['some', some],
    ['toReversed', toReversed], ['toSorted', toSorted],
]);
