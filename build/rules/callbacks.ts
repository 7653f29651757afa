import ts from '../typescript.js';
import {plain, skipParentheses, withoutRoom} from './expressions.ts';
import {group, indent, SPACE, type Layout} from './layout.ts';
import type {ModuleContext} from './moduleContext.ts';
import {variableName} from './phpNames.ts';
import {nativeType} from './phpType.ts';

/** The arrow function that is handed to a list method; null, and a problem noted, where there is something else. */
export function arrowOf(context: ModuleContext, outer: ts.Expression | undefined): ts.ArrowFunction | null {
    const node = outer === undefined ? undefined : skipParentheses(outer);
    if (node === undefined || !ts.isArrowFunction(node)) {
        return null;
    }
    if (ts.isBlock(node.body)) {
        context.refuseSyntax(node, 'arrow-body');
        return null;
    }
    if (node.modifiers !== undefined || node.typeParameters !== undefined) {
        context.refuseSyntax(node, node.modifiers === undefined ? 'generic' : 'wait');
        return null;
    }
    return node;
}

/** A callback as PHP: `static fn(array $step): bool => …`, or `self::name(...)` for a function of the rules. */
export function closure(context: ModuleContext, outer: ts.Expression | undefined, body = plain): Layout {
    const arrow = arrowOf(context, outer);
    if (arrow !== null) {
        return closureOf(context, arrow, body);
    }
    if (outer !== undefined && ts.isIdentifier(outer)) {
        return reference(context, outer);
    }
    return outer === undefined ? 'null' : context.refuseSyntax(outer, 'arrow-place');
}

function reference(context: ModuleContext, node: ts.Identifier): Layout {
    const declaration = context.symbol(node)?.valueDeclaration;
    if (declaration === undefined || !ts.isFunctionDeclaration(declaration) || declaration.getSourceFile().isDeclarationFile) {
        return context.refuseSyntax(node, 'arrow-place');
    }
    return declaration.parameters.length === 1
        ? `${context.memberName(declaration)}(...)`
        : context.refuseSyntax(node, 'rule-alone');
}

function closureOf(context: ModuleContext, arrow: ts.ArrowFunction, body: typeof plain): Layout {
    const parameters = arrow.parameters.map(parameter => [`${typeName(context, parameter.name)} `, bind(context, parameter)]);
    const signature = context.checker.getSignatureFromDeclaration(arrow);
    const expression = arrow.body as ts.Expression;
    const returns = signature === undefined ? 'mixed' : typeName(context, expression, context.checker.getReturnTypeOfSignature(signature));
    const text = withoutRoom(context, () => body(context, expression));
    return group(
        'static fn(',
        parameters.flatMap((part, index) => (index === 0 ? [part] : [', ', part])),
        `): ${returns} =>`,
        startsBracket(text) ? [' ', text] : indent(SPACE, text),
    );
}

/** A list or record in brackets opens on the line of the arrow. */
function startsBracket(layout: Layout): boolean {
    if (typeof layout === 'string') {
        return layout.startsWith('[');
    }
    if ('kind' in layout) {
        return 'content' in layout && startsBracket(layout.content);
    }
    return layout[0] !== undefined && startsBracket(layout[0]);
}

function typeName(context: ModuleContext, node: ts.Node, type?: ts.Type): string {
    const read = context.ruleType(node, type);
    return read === null ? 'mixed' : nativeType(read);
}

/** The PHP variable of a callback's parameter; a record taken apart becomes `$item` and its fields. */
export function bind(context: ModuleContext, parameter: ts.ParameterDeclaration): string {
    if (parameter.initializer !== undefined || parameter.questionToken !== undefined || parameter.dotDotDotToken !== undefined) {
        return context.refuseSyntax(parameter, parameter.dotDotDotToken === undefined ? 'default-parameter' : 'rest-parameter');
    }
    if (ts.isIdentifier(parameter.name)) {
        return `$${variableName(parameter.name.text)}`;
    }
    const whole = `$${context.freshVariable('item')}`;
    for (const part of simpleParts(context, parameter.name)) {
        context.aliases.set(part.symbol, `${whole}[${part.key}]`);
    }
    return whole;
}

export type Part = {readonly symbol: ts.Symbol; readonly name: string; readonly key: string};

const hasPlainKey = (item: ts.BindingElement): boolean => item.propertyName === undefined || ts.isIdentifier(item.propertyName);

/** `{a, b: c}` and `[a, b]`, taken apart: which name gets which key. */
export function simpleParts(context: ModuleContext, pattern: ts.BindingPattern): readonly Part[] {
    const parts: Part[] = [];
    for (const [index, item] of pattern.elements.entries()) {
        const name = ts.isOmittedExpression(item) || item.initializer !== undefined || item.dotDotDotToken !== undefined ? null : item.name;
        const symbol = name === null ? undefined : context.checker.getSymbolAtLocation(name);
        if (ts.isOmittedExpression(item) || name === null || !ts.isIdentifier(name) || symbol === undefined || !hasPlainKey(item)) {
            context.refuseSyntax(pattern, 'destructuring');
            continue;
        }
        context.ruleType(name);
        const {text} = name;
        const key = ts.isArrayBindingPattern(pattern) ? String(index) : `'${item.propertyName?.getText() ?? text}'`;
        parts.push({symbol, name: text, key});
    }
    return parts;
}

