import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {blankSourceFile} from 'ts-blank-space';
import ts from 'typescript';
import {expect, test} from 'vitest';
import {applyEdits} from '../../build/amd/edits.ts';
import {typeHoles} from '../../build/amd/typeHoles.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const parse = (text: string): ts.SourceFile => ts.createSourceFile('module.ts', text, ts.ScriptTarget.ESNext, true);

/** What runs, token by token; imports and passed-on exports are another step's. */
function tokens(text: string): string[] {
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
        const children = node.getChildren().filter(child => !ts.isJSDoc(child));
        if (children.length === 0 && node.getText() !== '') {
            found.push(node.getText());
        }
        children.forEach(visit);
    };
    parse(text).statements
        .filter(statement => !ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement) && !ts.isEmptyStatement(statement))
        .forEach(visit);
    return found;
}

const erased = (text: string): string => applyEdits(text, typeHoles(parse(text)).holes);
const oracle = (text: string): string => blankSourceFile(parse(text));

const files = ['build/amd', 'build/rules', 'plugins']
    .flatMap(folder => readdirSync(join(root, folder), {recursive: true, encoding: 'utf8'}).map(path => join(root, folder, path)))
    .filter(path => /(?<!\.d)\.ts$/.test(path) && !/node_modules|[\\/](broken|expected)[\\/]/.test(path));

test('every plugin, and two phases of the build, lose the same types as with ts-blank-space', () => {
    expect(files.length).toBeGreaterThan(50);
    for (const path of files) {
        const text = readFileSync(path, 'utf8');
        expect(tokens(erased(text)), path).toEqual(tokens(oracle(text)));
    }
});

test.each([
    'class A<T> extends B<T> implements C<T>, D { private readonly a?: T; declare b: T; static c!: number; abstract d(): void; [k: string]: unknown; e?(this: A<T>, f?: T): asserts f is T { g<T>(h as T)!; } }',
    'abstract class A { protected abstract b(): void; public override get c(): number { return 1; } constructor(a: string); constructor(a: unknown) { super(); } }',
    'function f(a: string): string; function f(a: unknown): unknown { return a; }',
    'const f = async <T,>(a: T, {b, c}: {b: number; c: T} = d as never, ...e: T[]): Promise<Map<string, T[]>> => new Map<string, T[]>([[`x${b as number}`, [c!]]]);',
    'const f = (\n    a: number,\n): Promise<\n    number\n> => a satisfies number;',
    'for (const a of b as Iterable<C>) { try { a; } catch (e: unknown) { e!; } }',
    'let a: string, b!: number; type A = 1; interface B { c: 1 } declare const d: 1; declare module "x" { }',
    'const a = b as unknown as C ?? (d as E)?.f!.g<H>(i)<J>`k`;',
    'export default class<T> { a = <const T,>(b: T): b is T => true; }',
    'let a = b as C\n;[1].forEach(d)',
])('what it loses is the same here too: %s', text => {
    expect(tokens(erased(text))).toEqual(tokens(oracle(text)));
});

test('a line that a type kept apart from the next stays apart', () => {
    expect(erased('const a = b as C\n(d)\n')).toBe('const a = b;\n(d)\n');
    expect(erased('let a: B\n[c] = d\n')).toBe('let a;\n[c] = d\n');
});
