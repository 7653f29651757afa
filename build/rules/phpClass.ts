import ts from '../typescript.js';
import * as say from '../diagnostics/rules.ts';
import {phpClass} from '../php/header.ts';
import {docOf, withVariables, type Doc} from './docs.ts';
import {plain} from './expressions.ts';
import {print, type Layout} from './layout.ts';
import type {ModuleContext} from './moduleContext.ts';
import {snakeCase} from '../snakeCase.ts';
import {constantName, variableName, words} from './phpNames.ts';
import {documentedType, namedShapes, nativeType, shapeNote} from './phpType.ts';
import type {Range} from './ranges/bounds.ts';
import {declaredRange} from './ranges/declared.ts';
import {inRange, type RuleFunction, type RuleModule, type RuleParameter, type RuleType} from './ruleType.ts';
import {statements} from './statements.ts';

const WIDTH = 132;

/** The PHP file of one module. */
export function classFile(component: string, source: string, module: RuleModule, doc: readonly string[], members: readonly string[], shapes: ReadonlyMap<string, string>): string {
    const [summary = `Rules: ${words(module.name)}.`, ...details] = doc.flatMap(line => wrapped(line, WIDTH - 3));
    const header = {component, source, summary, details: trimmed([...details, '', 'The browser runs the same rules.', ...shapeLines(shapes)]), namespace: `${component}\\local\\rules`};
    return phpClass(header, `final class ${module.phpName} {\n${members.join('\n\n')}\n}`);
}

/** What the arrays of this class hold, said once; the tags below name it. */
function shapeLines(shapes: ReadonlyMap<string, string>): readonly string[] {
    const lines = [...shapes].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([name, fields]) => wrapped(`- ${name}: ${fields}`, WIDTH - 15));
    return lines.length === 0 ? [] : ['', 'Arrays with a name of their own:', ...lines];
}

/** Without the empty lines that it starts with. */
const trimmed = (lines: readonly string[]): readonly string[] => lines.slice(lines.findIndex(line => line !== ''));

function comment(depth: number, lines: readonly string[]): string {
    const margin = ' '.repeat(depth * 4);
    const body = lines.flatMap(line => wrapped(line, WIDTH - margin.length - 3)).map(line => `${margin} * ${line}`.trimEnd());
    return [`${margin}/**`, ...body, `${margin} */`].join('\n');
}

/** `@param type $name Shape: what it is`. */
function tag(context: ModuleContext, word: string, type: RuleType, name: string, about: string): string {
    namedShapes(type).forEach((fields, shape) => context.shapes.set(shape, fields));
    const note = [shapeNote(type), about].filter(part => part !== '').join(': ');
    return [`@${word}`, documentedType(type), name, note].filter(part => part !== '').join(' ');
}

/** A sentence over as many lines as it needs. */
function wrapped(text: string, width: number): readonly string[] {
    const cut = text.length > width ? text.lastIndexOf(' ', width) : -1;
    return cut <= 0 ? [text] : [text.slice(0, cut), ...wrapped(text.slice(cut + 1), width)];
}

/** A constant of the module: `private const`, or `public` where it is exported. */
export function constant(context: ModuleContext, node: ts.VariableDeclaration, exported: boolean): string {
    const type = context.ruleType(node.name);
    const doc = documented(context, node.parent.parent, node.name.getText());
    const shown = (about: string): string => type === null ? `@var mixed ${about}` : tag(context, 'var', type, '', about);
    const note = shown(doc.lines.join(' '));
    const name = constantName(node.name.getText());
    const value = constantValue(context, node);
    const text = print([`${exported ? 'public' : 'private'} const ${name} = `, value, ';'], 1, WIDTH);
    const header = note.length + 11 <= WIDTH ? `    /** ${note} */` : comment(1, [doc.lines.join(' '), '', shown('')]);
    return `${header}\n    ${text}`;
}

function documented(context: ModuleContext, node: ts.Node, name: string): Doc {
    const doc = docOf(node);
    if (doc.lines.length === 0) {
        context.refuse(node, place => say.undocumented(place, name));
    }
    return doc;
}

/** PHP computes a constant from literals and other constants, with operators but without any call. */
function constantValue(context: ModuleContext, node: ts.VariableDeclaration): Layout {
    if (node.initializer === undefined) {
        return context.refuseSyntax(node, 'let-without-value');
    }
    const computes = (part: ts.Node): boolean =>
        ts.isCallExpression(part) ||
        (ts.isTemplateExpression(part) && part.templateSpans.length === 1 && part.getText().startsWith('`${') && part.getText().endsWith('}`')) ||
        (ts.isPropertyAccessExpression(part) && part.name.text === 'length') ||
        (part.forEachChild(computes) ?? false);
    const value = plain(context, node.initializer);
    return computes(node.initializer) ? context.refuseSyntax(node, 'constant-value') : value;
}

/** The signature as data; null, and a problem noted, where a type is unfit. */
export function ruleFunction(context: ModuleContext, node: ts.FunctionDeclaration): RuleFunction | null {
    const name = node.name?.text ?? '';
    const signature = context.checker.getSignatureFromDeclaration(node);
    const parameters = node.parameters.map(parameter => ruleParameter(context, parameter));
    const returns = signature === undefined ? null : saying(context, node.type ?? node, context.checker.getReturnTypeOfSignature(signature));
    if (returns === null || parameters.includes(null)) {
        return null;
    }
    return {name, phpName: snakeCase(name), parameters: parameters.filter(parameter => parameter !== null), returns};
}

/** A type that says more than `null`. */
function saying(context: ModuleContext, node: ts.Node, type?: ts.Type): RuleType | null {
    const read = context.ruleType(node, type);
    if (read?.kind === 'null') {
        context.refuse(node, place => say.unfitType(place, 'nothing', 'null'));
        return null;
    }
    return read;
}

function rangeOf(context: ModuleContext, node: ts.ParameterDeclaration): Range | null {
    const symbol = context.checker.getSymbolAtLocation(node.name);
    return symbol === undefined ? null : declaredRange(context.checker, symbol);
}

function ruleParameter(context: ModuleContext, node: ts.ParameterDeclaration): RuleParameter | null {
    if (!ts.isIdentifier(node.name) || node.initializer !== undefined || node.questionToken !== undefined || node.dotDotDotToken !== undefined) {
        const reason = node.questionToken !== undefined ? 'optional-parameter'
            : node.initializer !== undefined ? 'default-parameter'
            : node.dotDotDotToken !== undefined ? 'rest-parameter' : 'destructuring';
        context.refuseSyntax(node, reason);
        return null;
    }
    const type = saying(context, node);
    return type === null ? null : {name: node.name.text, phpName: variableName(node.name.text), type: inRange(type, rangeOf(context, node))};
}

/** A static method with its documentation. */
export function method(context: ModuleContext, node: ts.FunctionDeclaration, rule: RuleFunction, exported: boolean, variables: ReadonlySet<string>): string {
    const doc = documented(context, node, rule.name);
    const names = rule.parameters.map(parameter => parameter.name);
    const tags = rule.parameters.map(parameter =>
        tag(context, 'param', parameter.type, `$${parameter.phpName}`, withVariables(doc.parameters.get(parameter.name) ?? '', names)),
    );
    const header = comment(1, [
        ...doc.lines.map(line => withVariables(line, names)),
        '',
        ...tags,
        tag(context, 'return', rule.returns, '', withVariables(doc.returns, names)),
    ]);
    context.variables = new Set(variables);
    const lines = statements(context, node.body?.statements ?? []);
    const text = lines.map(line => `        ${print(line, 2, WIDTH)}`).join('\n');
    return `${header}\n    ${signature(rule, exported)}\n${text}\n    }`;
}

function signature(rule: RuleFunction, exported: boolean): string {
    const head = `${exported ? 'public' : 'private'} static function ${rule.phpName}(`;
    const parameters = rule.parameters.map(parameter => `${nativeType(parameter.type)} $${parameter.phpName}`);
    const tail = `): ${nativeType(rule.returns)} {`;
    const line = `${head}${parameters.join(', ')}${tail}`;
    return line.length + 4 <= WIDTH ? line : `${head}\n        ${parameters.join(',\n        ')}\n    ${tail}`;
}

