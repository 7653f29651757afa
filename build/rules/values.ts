import ts from '../typescript.js';
import {plain, translate} from './expressions.ts';
import {bracketed, type Layout} from './layout.ts';
import type {ModuleContext} from './moduleContext.ts';
import {atom, bound, BINDS, type Php} from './php.ts';
import {variableName} from './phpNames.ts';
import {isConstant, isInteger, isList, isRecord, isText} from './typeTests.ts';

/** A variable, a constant, or what a destructured parameter stands for. */
export function name(context: ModuleContext, node: ts.Identifier): Layout {
    const symbol = context.symbol(node);
    const declaration = symbol?.valueDeclaration;
    if (node.text === 'undefined') {
        return context.refuseSyntax(node, 'undefined');
    }
    if (symbol === undefined || declaration === undefined || declaration.getSourceFile().isDeclarationFile) {
        return context.refuseSyntax(node, 'global');
    }
    if (ts.isFunctionDeclaration(declaration)) {
        return context.refuseSyntax(node, 'arrow-place');
    }
    if (isConstant(declaration)) {
        return context.memberName(declaration);
    }
    return context.aliases.get(symbol) ?? `$${variableName(node.text)}`;
}

/** `record.key` -> `$record['key']`, `list.length` -> `count($list)`. */
export function property(context: ModuleContext, node: ts.PropertyAccessExpression): Php {
    const owner = context.type(node.expression);
    const nonNull = context.checker.getNonNullableType(owner);
    const field = node.name.text;
    if (isText(nonNull)) {
        return atom(context.refuseSyntax(node, field === 'length' ? 'string-length' : 'string-method'));
    }
    if (isList(context, nonNull)) {
        if (node.questionDotToken !== undefined) {
            return atom(context.refuseSyntax(node, 'optional-call'));
        }
        return atom(field === 'length' ? ['count(', plain(context, node.expression), ')'] : context.refuseSyntax(node, 'list-method'));
    }
    if (!isRecord(context, nonNull)) {
        return context.refusesInside(() => translate(context, node.expression)) ? atom('null') : atom(context.refuseSyntax(node, 'global'));
    }
    return atom([bound(translate(context, node.expression), BINDS.atom), `['${field}']`]);
}

/** `list[index]`, or `record[key]` where the type says which keys there are. */
export function element(context: ModuleContext, node: ts.ElementAccessExpression): Php {
    const owner = context.checker.getNonNullableType(context.type(node.expression));
    const key = context.type(node.argumentExpression);
    if (isText(owner)) {
        return atom(context.refuseSyntax(node, 'index-string'));
    }
    const known = isRecord(context, owner) && (key.isUnion() ? key.types : [key]).every(member => member.isStringLiteral());
    if (!known && !(isList(context, owner) && isInteger(key))) {
        return atom(context.refuseSyntax(node, 'record-or-map'));
    }
    return atom([bound(translate(context, node.expression), BINDS.atom), '[', plain(context, node.argumentExpression), ']']);
}

/** A list literal, with what is spread into it. */
export function list(context: ModuleContext, node: ts.ArrayLiteralExpression): Php {
    const items = node.elements.map(item => {
        if (ts.isSpreadElement(item)) {
            return isList(context, context.type(item.expression))
                ? ['...', bound(translate(context, item.expression), BINDS.atom)]
                : context.refuseSyntax(item, 'spread-kind');
        }
        return plain(context, item);
    });
    return atom(bracketed('[', items, ']', ','));
}

/** A record literal: an array with the same keys. */
export function record(context: ModuleContext, node: ts.ObjectLiteralExpression): Php {
    return atom(bracketed('[', node.properties.map(field => recordField(context, field)), ']', ','));
}

function recordField(context: ModuleContext, field: ts.ObjectLiteralElementLike): Layout {
    if (ts.isSpreadAssignment(field)) {
        return isRecord(context, context.type(field.expression))
            ? ['...', bound(translate(context, field.expression), BINDS.atom)]
            : context.refuseSyntax(field, 'spread-kind');
    }
    if (ts.isShorthandPropertyAssignment(field)) {
        return [`'${field.name.text}' => `, keyIsFit(context, field.name) ? name(context, field.name) : 'null'];
    }
    if (!ts.isPropertyAssignment(field)) {
        return context.refuseSyntax(field, 'arrow-place');
    }
    if (!ts.isIdentifier(field.name) && !ts.isStringLiteral(field.name)) {
        return context.refuseSyntax(field, 'computed-key');
    }
    keyIsFit(context, field.name);
    return [`'${field.name.text}' => `, plain(context, field.initializer)];
}

function keyIsFit(context: ModuleContext, key: ts.Identifier | ts.StringLiteral): boolean {
    const fit = /^[a-z][a-z0-9_]*$/.test(key.text);
    if (!fit) {
        context.refuseSyntax(key, 'shape-key');
    }
    return fit;
}
