import ts from '../../typescript.js';
import {skipParentheses} from '../expressions.ts';
import {isGlobal} from '../calls.ts';
import {writtenNumber} from '../literals.ts';
import {isConstant, isList} from '../typeTests.ts';
import {arithmetic, extreme} from './arithmetic.ts';
import {common, exactly, magnitude, MOST_ITEMS, negative} from './bounds.ts';
import {callFunction} from './functions.ts';
import {listCall} from './listCalls.ts';
import type {Run} from './run.ts';
import {join, listOf, NOTHING, numberOf, oneOf, recordOf, type Shape} from './shape.ts';

/** What an expression may be. */
export function evaluate(run: Run, outer: ts.Expression): Shape {
    const node = skipParentheses(outer);
    const shape = evaluateKind(run, node);
    return shape.number === null ? shape : {...shape, number: {...shape.number, ...common(shape.number, literalRange(run, node) ?? shape.number)}};
}

/** Where the checker knows which numbers there are. */
function literalRange(run: Run, node: ts.Expression): {readonly low: number; readonly high: number} | null {
    if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node)) {
        return null;
    }
    const type = run.at(node).type(node);
    const values = (type.isUnion() ? type.types : [type]).map(member => (member.isNumberLiteral() ? member.value : null));
    const known = values.filter(value => value !== null);
    return known.length < values.length ? null : {low: Math.min(...known), high: Math.max(...known)};
}

function evaluateKind(run: Run, node: ts.Expression): Shape {
    if (ts.isIdentifier(node)) {
        return named(run, node);
    }
    if (ts.isNumericLiteral(node)) {
        return numberOf(exactly(writtenNumber(node) ?? 0));
    }
    if (ts.isTemplateExpression(node)) {
        node.templateSpans.forEach(span => evaluate(run, span.expression));
        return NOTHING;
    }
    if (ts.isPrefixUnaryExpression(node)) {
        const {number} = evaluate(run, node.operand);
        return number === null ? NOTHING : numberOf(negative(number));
    }
    if (ts.isBinaryExpression(node)) {
        return binary(run, node);
    }
    if (ts.isConditionalExpression(node)) {
        evaluate(run, node.condition);
        return join(evaluate(run, node.whenTrue), evaluate(run, node.whenFalse));
    }
    if (ts.isPropertyAccessExpression(node)) {
        return property(run, node);
    }
    if (ts.isElementAccessExpression(node)) {
        evaluate(run, node.argumentExpression);
        const owner = evaluate(run, node.expression);
        return [owner.item ?? NOTHING, ...(owner.fields?.values() ?? [])].reduce(join);
    }
    if (ts.isArrayLiteralExpression(node)) {
        return listOf(node.elements.map(item => (ts.isSpreadElement(item) ? evaluate(run, item.expression).item ?? NOTHING : evaluate(run, item))).reduce(join, NOTHING));
    }
    if (ts.isObjectLiteralExpression(node)) {
        return recordOf(new Map(node.properties.flatMap(field => fieldsOf(run, field))));
    }
    return ts.isCallExpression(node) ? call(run, node) : NOTHING;
}

function named(run: Run, node: ts.Identifier): Shape {
    const symbol = run.at(node).symbol(node);
    const known = symbol === undefined ? undefined : run.names?.get(symbol);
    const declaration = symbol?.valueDeclaration;
    return known ?? (declaration !== undefined && isConstant(declaration) ? constant(run, declaration) : NOTHING);
}

/** What a constant of a module is: it is looked at once. */
export function constant(run: Run, node: ts.VariableDeclaration): Shape {
    const known = run.constants.get(node) ?? (node.initializer === undefined ? NOTHING : evaluate(run, node.initializer));
    if (!run.isTrial) {
        run.constants.set(node, known);
    }
    return known;
}

function binary(run: Run, node: ts.BinaryExpression): Shape {
    const [left, right] = [evaluate(run, node.left), evaluate(run, node.right)];
    const {kind} = node.operatorToken;
    if (kind === ts.SyntaxKind.QuestionQuestionToken) {
        return join(left, right);
    }
    return arithmetic(run, node, kind, left, right);
}

function property(run: Run, node: ts.PropertyAccessExpression): Shape {
    const context = run.at(node);
    const owner = evaluate(run, node.expression);
    const isLength = node.name.text === 'length' && isList(context, context.checker.getNonNullableType(context.type(node.expression)));
    return isLength ? numberOf({low: 0, high: MOST_ITEMS}) : owner.fields?.get(node.name.text) ?? NOTHING;
}

function fieldsOf(run: Run, field: ts.ObjectLiteralElementLike): readonly (readonly [string, Shape])[] {
    if (ts.isSpreadAssignment(field)) {
        return [...(evaluate(run, field.expression).fields ?? [])];
    }
    if (ts.isShorthandPropertyAssignment(field)) {
        return [[field.name.text, named(run, field.name)]];
    }
    return ts.isPropertyAssignment(field) ? [[(field.name as ts.Identifier | ts.StringLiteral).text, evaluate(run, field.initializer)]] : [];
}

function call(run: Run, node: ts.CallExpression): Shape {
    const target = skipParentheses(node.expression);
    const context = run.at(node);
    if (ts.isIdentifier(target)) {
        const declaration = context.symbol(target)?.valueDeclaration;
        const given = node.arguments.map(argument => evaluate(run, argument));
        return declaration !== undefined && ts.isFunctionDeclaration(declaration) && !isGlobal(context, target) ? callFunction(run, declaration, given) : NOTHING;
    }
    if (!ts.isPropertyAccessExpression(target)) {
        return NOTHING;
    }
    if (ts.isIdentifier(target.expression) && target.expression.text === 'Math' && isGlobal(context, target.expression)) {
        return mathCall(run, node, target.name.text);
    }
    if (isList(context, context.type(target.expression))) {
        return listCall(run, node, target);
    }
    evaluate(run, target.expression);
    node.arguments.forEach(argument => evaluate(run, argument));
    return target.name.text === 'split' ? listOf(NOTHING) : NOTHING;
}

function mathCall(run: Run, node: ts.CallExpression, name: string): Shape {
    const given = node.arguments.map(argument => (ts.isSpreadElement(argument) ? evaluate(run, argument.expression).item : evaluate(run, argument)));
    const sizes = given.map(shape => shape?.number ?? null);
    const always = sizes.filter((size, index) => size !== null && !ts.isSpreadElement(node.arguments[index] as ts.Expression)).filter(size => size !== null);
    const [only] = always;
    if (only === undefined) {
        return NOTHING;
    }
    if (name === 'min' || name === 'max') {
        const all = sizes.filter(size => size !== null);
        return oneOf(all, extreme(name, always, all.filter(size => !always.includes(size))));
    }
    return name === 'abs' ? numberOf(magnitude(only)) : numberOf(only);
}

/** Gives a name, or each name of a pattern, its value. */
export function bindName(run: Run, name: ts.BindingName, value: Shape): void {
    if (ts.isIdentifier(name)) {
        const symbol = run.at(name).checker.getSymbolAtLocation(name);
        if (symbol !== undefined) {
            run.names?.set(symbol, value);
        }
        return;
    }
    for (const part of name.elements) {
        if (ts.isBindingElement(part)) {
            const key = part.propertyName ?? part.name;
            bindName(run, part.name, ts.isArrayBindingPattern(name) ? value.item ?? NOTHING : value.fields?.get(key.getText()) ?? NOTHING);
        }
    }
}
