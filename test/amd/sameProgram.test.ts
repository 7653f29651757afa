import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {runInNewContext} from 'node:vm';
import {fileURLToPath} from 'node:url';
import {transform} from 'esbuild';
import {describe, expect, test} from 'vitest';
import {blanked, type Blanked, unixLines, withoutTypeImports} from '../../build/amd/blanked.ts';
import {compiled} from '../../build/amd/compiled.ts';
import {docEdits} from '../../build/amd/docEdits.ts';
import {typeScope} from '../../build/amd/docType.ts';
import {erase} from '../../build/amd/erase.ts';
import {differingStatement} from '../../build/amd/sameProgram.ts';
import {withoutTypes} from '../../build/amd/withoutTypes.ts';
import {HOSTILE, REFUSED} from './hostile.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** A module without its types, by itself: without a head and with its own imports. */
const withoutAny = (module: Blanked): string =>
    withoutTypes(module, 0, docEdits(module.file, typeScope(module.file, 'module.ts', new Map()), '').edits);

const erased = (text: string): string => withoutAny(blanked('module.ts', unixLines(text)));

function byTsc({file}: Blanked): string {
    const tsc = compiled(file, 'module.ts');
    if ('problem' in tsc) {
        throw new Error(tsc.problem.message);
    }
    return tsc.output;
}

/** A second judge that shares no line with the first: what another compiler makes of a text, without what is only writing. */
async function printed(code: string, loader: 'ts' | 'js'): Promise<string> {
    const tsconfigRaw = {compilerOptions: {verbatimModuleSyntax: true, target: 'esnext'}};
    const options = {loader, tsconfigRaw, minifySyntax: true, minifyWhitespace: true, format: 'esm', target: 'esnext', legalComments: 'none'} as const;
    // It leaves numbers among the keys as they are written.
    return (await transform(code, options)).code.replace(/"(\d+)":/g, '$1:');
}

/** What both judges say of a text; empty where it comes out as it should. */
async function judged(text: string): Promise<Record<string, unknown>> {
    const module = blanked('module.ts', unixLines(text));
    const ours = withoutAny(module);
    const differing = differingStatement(byTsc(module), ours, new Map());
    const [left, right] = await Promise.all([printed(withoutTypeImports(module.file), 'ts'), printed(ours, 'js')]);
    return {...differing === null ? {} : {differing, ours}, ...left === right ? {} : {left, right}};
}

const sources = ['build', 'plugins']
    .flatMap(folder => readdirSync(join(root, folder), {recursive: true, encoding: 'utf8'}).map(path => join(root, folder, path)))
    .filter(path => /(?<!\.d)\.ts$/.test(path) && !/node_modules|[\\/](broken|expected)[\\/]/.test(path));

test('every source of ours, without its types, does what tsc makes of it', async () => {
    expect(sources.length).toBeGreaterThan(200);
    const found = await Promise.all(sources.map(async path => [path, await judged(readFileSync(path, 'utf8'))] as const));
    expect(found.filter(([, difference]) => Object.keys(difference).length > 0)).toEqual([]);
});

describe.each(Object.entries(HOSTILE))('%s', (_, cases) => {
    test.each(cases)('%j', async text => {
        expect(await judged(text)).toEqual({});
    });
});

test('numbers as keys name the same members in quotes', () => {
    const keys = '{1e3: 1, 0x10: 2, .5: 3, 1_000: 4, 5e-324: 5, 1e21: 6, 9007199254740993: 7, 1n: 8, 0: 9}';
    expect(runInNewContext(erased(`x = ${keys}`))).toEqual(runInNewContext(`x = ${keys}`));
});

test.each(REFUSED)('%s is refused, not guessed: %j', (code, text) => {
    const {problems, text: made} = erase({component: 'block_example', path: 'amd/example.ts', text});
    expect({codes: problems.map(problem => problem.code), made}).toEqual({codes: [code], made: null});
});

test.each([
    ['a?.b.c', '(a?.b).c'], ['new (a.b())()', 'new a.b()()'], ['() => { return a }', '() => { return\na }'], ['({a: b})', '({a = b})'], ['for (;a;);', 'for (a;;);'],
    ['let a', 'var a'], ['a ++ \n b', 'a \n ++ b'], ["'use strict'", "('use strict')"], ['`a${b}`', '`a ${b}`'], ["({a: 1})", "({['a']: 1})"], ['a?.[b]', 'a[b]'],
    ['class A { get; a() {} }', 'class A { get a() {} }'], ['a - -b', 'a - b'], ["import 'a'", "import {} from 'b'"], ['async(() => 1)', 'async () => 1'],
    ['if (a); b', 'if (a) b'], ['a in b', 'a instanceof b'], ['String.raw`\\u0061`', 'String.raw`a`'],
])('the judge is no pushover: %j is not %j', (one, other) => {
    expect(differingStatement(one, other, new Map())).not.toBe(null);
});

test('what the judge lets pass is writing only', () => {
    expect(differingStatement("(a).b['c'](((d)));;({e: 'f', 1: 2})", 'a.b.c(d);\n({"e": "f", "1": 2}) // g', new Map())).toBe(null);
    expect(differingStatement("import {a} from './b.ts';", "import {a} from 'block_x/b';", new Map([['./b.ts', 'block_x/b']]))).toBe(null);
});
