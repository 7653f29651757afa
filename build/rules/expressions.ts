import ts from 'typescript';
import {translateCall} from './calls.ts';
import {phpString} from '../php/literal.ts';
import {bracketed, group, indent, SPACE, type Layout} from './layout.ts';
import type {ModuleContext} from './moduleContext.ts';
import {variableName} from './phpNames.ts';
import {isBoolean, isConstant, isInteger, isList, isPrintable, isRecord, isSimple, isText, mayBeUndefined} from './typeTests.ts';

/** An expression of PHP and how tightly it binds: the higher, the fewer brackets it needs. */
export type Php = {
    readonly text: Layout;
    readonly binds: number;
    /** The same without an indent of its own, for where there is one around it already. */
    readonly flush?: Layout;
    /** What is true where this is false, binding as tightly: `$a !== $b` for `$a === $b`. */
    readonly opposite?: Layout;
};

export const BINDS = {atom: 20, unary: 18, product: 16, sum: 15, concat: 14, order: 12, equal: 11, and: 7, or: 6, coalesce: 5, ternary: 4, arrow: 1};

export const atom = (text: Layout): Php => ({text, binds: BINDS.atom});

/** In brackets where it binds less than `needed`. */
export function bound(php: Php, needed: number): Layout {
    return php.binds >= needed ? php.text : ['(', php.text, ')'];
}

export function skipParentheses(node: ts.Expression): ts.Expression {
    return ts.isParenthesizedExpression(node) || ts.isSatisfiesExpression(node) || isConstAssertion(node)
        ? skipParentheses(node.expression)
        : node;
}

function isConstAssertion(node: ts.Node): node is ts.AsExpression {
    return ts.isAsExpression(node) && node.type.getText() === 'const';
}

/** The layout of an expression where nothing around it binds. */
export function plain(context: ModuleContext, node: ts.Expression): Layout {
    return translate(context, node).text;
}

/** The PHP of an expression. What cannot be said exactly is noted as a problem. */
export function translate(context: ModuleContext, outer: ts.Expression): Php {
    const node = skipParentheses(outer);
    if (mayBeUndefined(context, node) && !ts.isIdentifier(node) && !undefinedIsHandled(outer)) {
        return atom(context.refuseSyntax(node, ts.isElementAccessExpression(node) ? 'index-unguarded' : 'possibly-undefined'));
    }
    return translateKind(context, node);
}

function undefinedIsHandled(node: ts.Expression): boolean {
    const {parent} = node;
    if (ts.isParenthesizedExpression(parent)) {
        return undefinedIsHandled(parent);
    }
    if (ts.isBinaryExpression(parent)) {
        return parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken && parent.left === node;
    }
    return ts.isOptionalChain(parent) && parent.expression === node;
}

function translateKind(context: ModuleContext, node: ts.Expression): Php {
    if (ts.isIdentifier(node)) {
        return atom(name(context, node));
    }
    if (ts.isNumericLiteral(node)) {
        const value = Number(node.text);
        return atom(Number.isSafeInteger(value) ? String(value) : context.refuseSyntax(node, 'float'));
    }
    if (ts.isStringLiteralLike(node)) {
        return atom(phpString(node.text));
    }
    if (ts.isTemplateExpression(node)) {
        return template(context, node);
    }
    if (ts.isPrefixUnaryExpression(node)) {
        return prefix(context, node);
    }
    if (ts.isBinaryExpression(node)) {
        return binary(context, node);
    }
    if (ts.isConditionalExpression(node)) {
        return ternary(context, node);
    }
    if (ts.isPropertyAccessExpression(node)) {
        return property(context, node);
    }
    if (ts.isElementAccessExpression(node)) {
        return element(context, node);
    }
    if (ts.isCallExpression(node)) {
        return translateCall(context, node);
    }
    if (ts.isArrayLiteralExpression(node)) {
        return list(context, node);
    }
    if (ts.isObjectLiteralExpression(node)) {
        return record(context, node);
    }
    return keyword(context, node);
}

const REFUSED = new Map<ts.SyntaxKind, Parameters<ModuleContext['refuseSyntax']>[1]>([
    [ts.SyntaxKind.ArrowFunction, 'arrow-place'],
    [ts.SyntaxKind.FunctionExpression, 'arrow-place'],
    [ts.SyntaxKind.AsExpression, 'assertion'],
    [ts.SyntaxKind.TypeAssertionExpression, 'assertion'],
    [ts.SyntaxKind.AwaitExpression, 'wait'],
    [ts.SyntaxKind.ClassExpression, 'class'],
    [ts.SyntaxKind.DeleteExpression, 'delete'],
    [ts.SyntaxKind.NewExpression, 'new'],
    [ts.SyntaxKind.NonNullExpression, 'non-null'],
    [ts.SyntaxKind.PostfixUnaryExpression, 'update-value'],
    [ts.SyntaxKind.RegularExpressionLiteral, 'regex'],
    [ts.SyntaxKind.ThisKeyword, 'this'],
    [ts.SyntaxKind.TypeOfExpression, 'typeof'],
    [ts.SyntaxKind.YieldExpression, 'yield'],
    [ts.SyntaxKind.BigIntLiteral, 'float'],
]);

function keyword(context: ModuleContext, node: ts.Expression): Php {
    const words: Partial<Record<ts.SyntaxKind, string>> = {
        [ts.SyntaxKind.TrueKeyword]: 'true',
        [ts.SyntaxKind.FalseKeyword]: 'false',
        [ts.SyntaxKind.NullKeyword]: 'null',
    };
    return atom(words[node.kind] ?? context.refuseSyntax(node, REFUSED.get(node.kind) ?? 'unknown-syntax'));
}

function name(context: ModuleContext, node: ts.Identifier): Layout {
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

function template(context: ModuleContext, node: ts.TemplateExpression): Php {
    const parts: Layout[] = node.head.text === '' ? [] : [phpString(node.head.text)];
    for (const span of node.templateSpans) {
        parts.push(textPart(context, span.expression));
        if (span.literal.text !== '') {
            parts.push(phpString(span.literal.text));
        }
    }
    const [only] = node.templateSpans;
    if (parts.length === 1 && only !== undefined && !isText(context.type(only.expression))) {
        return {text: ['(string) ', bound(translate(context, only.expression), BINDS.atom)], binds: BINDS.unary};
    }
    return chain(parts, '.', BINDS.concat);
}

function textPart(context: ModuleContext, node: ts.Expression): Layout {
    if (!isPrintable(context.type(node))) {
        return context.refuseSyntax(node, 'template-part');
    }
    return bound(translate(context, node), BINDS.unary);
}

function prefix(context: ModuleContext, node: ts.PrefixUnaryExpression): Php {
    if (node.operator === ts.SyntaxKind.ExclamationToken) {
        return negation(context, node.operand);
    }
    if (node.operator === ts.SyntaxKind.MinusToken && isInteger(context.type(node.operand))) {
        return {text: ['-', bound(translate(context, node.operand), BINDS.atom)], binds: BINDS.unary};
    }
    const reasons = {[ts.SyntaxKind.PlusToken]: 'unary-plus', [ts.SyntaxKind.MinusToken]: 'unary-plus', [ts.SyntaxKind.TildeToken]: 'bits'} as const;
    return atom(context.refuseSyntax(node, reasons[node.operator as keyof typeof reasons] ?? 'update-value'));
}

/** `!includes(…)` stays, `!(a === b)` becomes `$a !== $b`. */
export function negation(context: ModuleContext, node: ts.Expression): Php {
    const php = condition(context, node);
    return php.opposite === undefined
        ? {text: ['!', bound(php, BINDS.atom)], binds: BINDS.unary}
        : {text: php.opposite, binds: php.binds, opposite: php.text};
}

/** An expression that decides: a boolean and nothing else. */
export function condition(context: ModuleContext, node: ts.Expression): Php {
    if (!isBoolean(context.type(node))) {
        return atom(context.refuseSyntax(node, 'condition'));
    }
    return translate(context, node);
}

const OPERATORS = new Map<ts.SyntaxKind, readonly [string, number]>([
    [ts.SyntaxKind.AsteriskToken, ['*', BINDS.product]],
    [ts.SyntaxKind.PercentToken, ['%', BINDS.product]],
    [ts.SyntaxKind.PlusToken, ['+', BINDS.sum]],
    [ts.SyntaxKind.MinusToken, ['-', BINDS.sum]],
    [ts.SyntaxKind.LessThanToken, ['<', BINDS.order]],
    [ts.SyntaxKind.LessThanEqualsToken, ['<=', BINDS.order]],
    [ts.SyntaxKind.GreaterThanToken, ['>', BINDS.order]],
    [ts.SyntaxKind.GreaterThanEqualsToken, ['>=', BINDS.order]],
    [ts.SyntaxKind.EqualsEqualsEqualsToken, ['===', BINDS.equal]],
    [ts.SyntaxKind.ExclamationEqualsEqualsToken, ['!==', BINDS.equal]],
    [ts.SyntaxKind.AmpersandAmpersandToken, ['&&', BINDS.and]],
    [ts.SyntaxKind.BarBarToken, ['||', BINDS.or]],
    [ts.SyntaxKind.QuestionQuestionToken, ['??', BINDS.coalesce]],
]);

function binary(context: ModuleContext, node: ts.BinaryExpression): Php {
    const [sign, binds] = OPERATORS.get(node.operatorToken.kind) ?? [null, 0];
    if (sign === null) {
        return atom(context.refuseSyntax(node, refusedOperator(node.operatorToken.kind)));
    }
    switch (sign) {
        case '&&':
        case '||':
            return logical(context, node, sign, binds);
        case '??':
            return coalesce(context, node);
        case '===':
        case '!==':
            return equality(context, node, sign);
        case '+':
            return sum(context, node);
        default:
            return arithmetic(context, node, sign, binds);
    }
}

function refusedOperator(kind: ts.SyntaxKind): Parameters<ModuleContext['refuseSyntax']>[1] {
    switch (kind) {
        case ts.SyntaxKind.SlashToken:
            return 'division';
        case ts.SyntaxKind.AsteriskAsteriskToken:
            return 'exponent';
        case ts.SyntaxKind.EqualsEqualsToken:
        case ts.SyntaxKind.ExclamationEqualsToken:
            return 'loose-equality';
        case ts.SyntaxKind.CommaToken:
            return 'comma-operator';
        case ts.SyntaxKind.InKeyword:
        case ts.SyntaxKind.InstanceOfKeyword:
            return 'typeof';
        default:
            return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment ? 'assignment' : 'bits';
    }
}

function logical(context: ModuleContext, node: ts.BinaryExpression, sign: string, binds: number): Php {
    const [first, ...others] = operands(node, node.operatorToken.kind);
    const parts = [first, ...others].map((operand = node) =>
        operand === first ? condition(context, operand) : withoutRoom(context, () => condition(context, operand)),
    );
    // Brackets that precedence does not need, but a reader of `a && b || c` does.
    const needed = binds === BINDS.or ? BINDS.equal : binds;
    return chain(parts.map(part => bound(part, needed)), sign, binds);
}

/** What one operator joins: `a && b && c` is three operands. */
function operands(outer: ts.Expression, kind: ts.SyntaxKind): readonly ts.Expression[] {
    const node = skipParentheses(outer);
    return ts.isBinaryExpression(node) && node.operatorToken.kind === kind
        ? [...operands(node.left, kind), ...operands(node.right, kind)]
        : [node];
}

/** Operands with the same sign between all of them: on one line, or each on its own. */
function chain(parts: readonly Layout[], sign: string, binds: number): Php {
    const [first = '', ...rest] = parts;
    const others = rest.map(part => [` ${sign}`, SPACE, part]);
    return {text: group(first, indent(others)), flush: [first, others], binds};
}

/** Runs where a statement put before would run too early: on the right of `&&`, in the arms of a ternary. */
export function withoutRoom<T>(context: ModuleContext, work: () => T): T {
    const {before} = context;
    context.before = null;
    try {
        return work();
    } finally {
        context.before = before;
    }
}

function coalesce(context: ModuleContext, node: ts.BinaryExpression): Php {
    const left = bound(translate(context, node.left), BINDS.coalesce + 1);
    const right = withoutRoom(context, () => bound(translate(context, node.right), BINDS.coalesce));
    return {text: group(left, ' ??', indent(SPACE, right)), binds: BINDS.coalesce};
}

function equality(context: ModuleContext, node: ts.BinaryExpression, sign: string): Php {
    const sides = [node.left, node.right];
    const isNull = (side: ts.Expression) => skipParentheses(side).kind === ts.SyntaxKind.NullKeyword;
    if (sides.some(side => ts.isIdentifier(side) && side.text === 'undefined')) {
        return atom(context.refuseSyntax(node, 'compare-undefined'));
    }
    if (!sides.some(isNull) && sides.some(side => !isSimple(context.type(side)))) {
        return atom(context.refuseSyntax(node, 'compare-objects'));
    }
    const [left, right] = sides.map(side => bound(translate(context, side), BINDS.order)) as [Layout, Layout];
    return comparison(left, sign, right, BINDS.equal);
}

const OPPOSITE = new Map([['===', '!=='], ['!==', '==='], ['<', '>='], ['>=', '<'], ['>', '<='], ['<=', '>']]);

function comparison(left: Layout, sign: string, right: Layout, binds: number): Php {
    const text = (word: string) => group(left, ` ${word}`, indent(SPACE, right));
    const opposite = OPPOSITE.get(sign);
    return {text: text(sign), binds, ...(opposite === undefined ? {} : {opposite: text(opposite)})};
}

function sum(context: ModuleContext, node: ts.BinaryExpression): Php {
    const types = [context.type(node.left), context.type(node.right)];
    if (types.every(isInteger)) {
        return arithmetic(context, node, '+', BINDS.sum);
    }
    if (!types.every(isText)) {
        return atom(context.refuseSyntax(node, 'concat-types'));
    }
    const parts = operands(node, node.operatorToken.kind).map(operand => bound(translate(context, operand), BINDS.sum));
    return chain(parts, '.', BINDS.concat);
}

function arithmetic(context: ModuleContext, node: ts.BinaryExpression, sign: string, binds: number): Php {
    if (![node.left, node.right].every(side => isInteger(context.type(side)))) {
        return atom(context.refuseSyntax(node, binds === BINDS.order ? 'compare-order' : 'concat-types'));
    }
    if (sign === '%' && !isSafeDivisor(context, node.right)) {
        return atom(context.refuseSyntax(node, 'divisor'));
    }
    const left = bound(translate(context, node.left), binds === BINDS.order ? binds + 1 : binds);
    const right = bound(translate(context, node.right), binds + 1);
    return comparison(left, sign, right, binds);
}

/** A divisor that is never zero: a number written out, a constant made of such, or `Math.max(1, n)`. */
export function isSafeDivisor(context: ModuleContext, outer: ts.Expression): boolean {
    const node = skipParentheses(outer);
    if (ts.isNumericLiteral(node)) {
        return Number(node.text) !== 0;
    }
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AsteriskToken) {
        return isSafeDivisor(context, node.left) && isSafeDivisor(context, node.right);
    }
    if (ts.isCallExpression(node) && node.expression.getText() === 'Math.max') {
        return node.arguments.some(argument => ts.isNumericLiteral(argument) && Number(argument.text) > 0);
    }
    const type = context.type(node);
    const literals = type.isUnion() ? type.types : [type];
    if (literals.every(literal => literal.isNumberLiteral() && literal.value !== 0)) {
        return true;
    }
    const declaration = ts.isIdentifier(node) ? context.symbol(node)?.valueDeclaration : undefined;
    return declaration !== undefined && isConstant(declaration) && declaration.initializer !== undefined
        ? isSafeDivisor(context, declaration.initializer)
        : false;
}

function ternary(context: ModuleContext, node: ts.ConditionalExpression): Php {
    const test = bound(condition(context, node.condition), BINDS.ternary + 1);
    const arm = (value: ts.Expression) => withoutRoom(context, () => bound(translate(context, value), BINDS.ternary + 1));
    const [yes, no] = [arm(node.whenTrue), arm(node.whenFalse)];
    return {text: group(test, indent(SPACE, '? ', yes, SPACE, ': ', no)), binds: BINDS.ternary};
}

function property(context: ModuleContext, node: ts.PropertyAccessExpression): Php {
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

function element(context: ModuleContext, node: ts.ElementAccessExpression): Php {
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

function list(context: ModuleContext, node: ts.ArrayLiteralExpression): Php {
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

function record(context: ModuleContext, node: ts.ObjectLiteralExpression): Php {
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
