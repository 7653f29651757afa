import ts from '../typescript.js';
import {call, isGlobal} from './calls.ts';
import {plain, skipParentheses} from './expressions.ts';
import {writtenNumber, writtenText} from './literals.ts';
import type {ModuleContext} from './moduleContext.ts';
import {atom, type Php} from './php.ts';

const SAME = new Map([
    ['includes', 'str_contains'],
    ['startsWith', 'str_starts_with'],
    ['endsWith', 'str_ends_with'],
]);

/** The methods of a text that find whole UTF-8 sequences, and so the same in bytes as in UTF-16. */
export function textMethod(context: ModuleContext, node: ts.CallExpression, target: ts.PropertyAccessExpression): Php {
    const method = target.name.text;
    const [first, second] = node.arguments;
    const same = SAME.get(method);
    if (same !== undefined && first !== undefined && node.arguments.length === 1) {
        return call(same, plain(context, target.expression), plain(context, first));
    }
    if (method === 'split' && first !== undefined) {
        return isFullConstant(context, first)
            ? call('explode', plain(context, first), plain(context, target.expression))
            : atom(context.refuseSyntax(node, 'empty-separator'));
    }
    if (method === 'replaceAll' && first !== undefined && second !== undefined) {
        return replaceAll(context, node, target.expression, first, second);
    }
    if (method === 'padStart') {
        return padStart(context, node, target.expression);
    }
    return atom(context.refuseSyntax(node, ['charAt', 'charCodeAt', 'codePointAt', 'at', 'slice', 'substring', 'indexOf'].includes(method)
        ? 'index-string' : method === 'localeCompare' ? 'compare-order' : 'string-method'));
}

/** The literals that an expression may be, or null where it may be anything. */
function literals(context: ModuleContext, node: ts.Expression): readonly string[] | null {
    const type = context.type(node);
    const members = type.isUnion() ? type.types : [type];
    return members.every(member => member.isStringLiteral()) ? members.map(member => member.value) : null;
}

function isFullConstant(context: ModuleContext, node: ts.Expression): boolean {
    return literals(context, node)?.every(text => text !== '') ?? false;
}

function replaceAll(context: ModuleContext, node: ts.CallExpression, text: ts.Expression, from: ts.Expression, to: ts.Expression): Php {
    if (!isFullConstant(context, from)) {
        return atom(context.refuseSyntax(node, 'empty-separator'));
    }
    if (literals(context, to)?.some(value => value.includes('$')) ?? true) {
        return atom(context.refuseSyntax(node, 'replace-text'));
    }
    return call('str_replace', plain(context, from), plain(context, to), plain(context, text));
}

/** Only on `String(n)`: digits and a sign are one byte each. */
function padStart(context: ModuleContext, node: ts.CallExpression, text: ts.Expression): Php {
    const number = skipParentheses(text);
    const [length, fill] = node.arguments;
    const isNumberText = ts.isCallExpression(number) && number.expression.getText() === 'String' && isGlobal(context, number.expression);
    const width = writtenNumber(length);
    if (!isNumberText || width === null || fill === undefined || !/^[\x20-\x7e]$/.test(writtenText(fill) ?? '')) {
        return atom(context.refuseSyntax(node, 'pad-start'));
    }
    return call('str_pad', plain(context, number), String(width), plain(context, fill), 'STR_PAD_LEFT');
}
