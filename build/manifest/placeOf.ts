import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type ts from 'typescript';
import type {Place} from '../diagnostics/diagnostic.ts';
import type {PluginFolder} from '../write/pluginFolder.ts';

/** Line of a field in the source of a manifest: as deep along the path as it is written there. Loads TypeScript, so ask for problems only. */
export async function placeOf(folder: PluginFolder, path: readonly string[]): Promise<Place> {
    const [file, rest] = path[0] === 'lang' && path.length > 1 ? [`lang/${path[1]}.ts`, path.slice(2)] : ['manifest.ts', path];
    const text = await readFile(join(folder.path, file), 'utf8').catch(() => null);
    if (text === null) {
        return path[0] === 'lang' && path.length > 1 ? placeOf(folder, ['lang']) : {file: `${folder.sources}/${file}`, line: null};
    }
    const {default: compiler} = await import('../typescript.js');
    const source = compiler.createSourceFile(file, text, compiler.ScriptTarget.ESNext, true);
    const node = descend(compiler, source, rest);
    return {file: `${folder.sources}/${file}`, line: node === null ? null : source.getLineAndCharacterOfPosition(node.getStart()).line + 1};
}

function descend(compiler: typeof ts, source: ts.SourceFile, path: readonly string[]): ts.Node | null {
    let found: ts.Node | null = null;
    let value: ts.Node | undefined = topObject(compiler, source);
    for (const name of path) {
        const member: ts.Node | undefined = memberOf(compiler, source, value, name);
        if (member === undefined) {
            break;
        }
        found = member;
        value = compiler.isPropertyAssignment(member) ? member.initializer : member;
    }
    return found;
}

/** The largest object literal of the file: the manifest itself, or the strings. */
function topObject(compiler: typeof ts, source: ts.SourceFile): ts.Node | undefined {
    let largest: ts.Node | undefined;
    const visit = (node: ts.Node): void => {
        if (compiler.isObjectLiteralExpression(node)) {
            largest = largest === undefined || node.getWidth() > largest.getWidth() ? node : largest;
            return;
        }
        compiler.forEachChild(node, visit);
    };
    visit(source);
    return largest;
}

function memberOf(compiler: typeof ts, source: ts.SourceFile, value: ts.Node | undefined, name: string): ts.Node | undefined {
    const node = resolved(compiler, source, value);
    if (node === undefined) {
        return undefined;
    }
    if (compiler.isObjectLiteralExpression(node)) {
        return node.properties.find(property => property.name !== undefined && nameText(compiler, property.name) === name);
    }
    if (compiler.isArrayLiteralExpression(node)) {
        return node.elements[Number(name)];
    }
    return insideCall(compiler, source, node, name);
}

/** `int({min: 3})`, `nullable(text(20))`: a maker's fields are in the record it is given, its `of` is its first argument. */
function insideCall(compiler: typeof ts, source: ts.SourceFile, node: ts.Node, name: string): ts.Node | undefined {
    if (!compiler.isCallExpression(node)) {
        return undefined;
    }
    const [first] = node.arguments;
    if (name === 'of' || name === 'fields' || name === 'values') {
        return first;
    }
    return node.arguments.map(argument => memberOf(compiler, source, argument, name)).find(member => member !== undefined);
}

/** A name stands for what a constant of the same file holds. */
function resolved(compiler: typeof ts, source: ts.SourceFile, value: ts.Node | undefined): ts.Node | undefined {
    if (value === undefined || (!compiler.isIdentifier(value) && !compiler.isShorthandPropertyAssignment(value))) {
        return value !== undefined && (compiler.isAsExpression(value) || compiler.isSatisfiesExpression(value)) ? value.expression : value;
    }
    const name = compiler.isIdentifier(value) ? value.text : value.name.text;
    for (const statement of source.statements) {
        const declared = compiler.isVariableStatement(statement)
            ? statement.declarationList.declarations.find(declaration => compiler.isIdentifier(declaration.name) && declaration.name.text === name)
            : undefined;
        if (declared !== undefined) {
            return resolved(compiler, source, declared.initializer);
        }
    }
    return undefined;
}

const nameText = (compiler: typeof ts, name: ts.PropertyName): string | null =>
    (compiler.isIdentifier(name) || compiler.isStringLiteralLike(name) || compiler.isNumericLiteral(name) ? name.text : null);
