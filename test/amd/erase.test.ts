import {expect, test} from 'vitest';
import {erase} from '../../build/amd/erase.ts';

const module = (text: string, path = 'amd/example.ts'): {body: string; codes: string[]; path: string} => {
    const made = erase({component: 'block_example', path, text});
    return {
        path: made.path,
        body: (made.text ?? '').split('\n */\n\n').slice(1).join('\n */\n\n').trim(),
        codes: made.problems.map(problem => problem.code),
    };
};

test('types leave no hole in a line', () => {
    expect(module('const a: Map<string, number> = new Map<string, number>();\nconst b = a as unknown as Set<string>;\nuse(a!, b satisfies object);').body)
        .toBe('const a = new Map();\nconst b = a;\nuse(a, b);');
});

test('a type goes with the comment above it, and what follows stays', () => {
    expect(module("import 'core/str';\n\n/** A. */\ntype A = {\n    a: number;\n};\n\n/** B. */\nconst b = 1;\n").body)
        .toBe("import 'core/str';\n\n/** B. */\nconst b = 1;");
});

test('an import of nothing but types vanishes, others go by the names of the loader', () => {
    const made = module([
        "import type {A} from './a.ts';",
        "import {type B} from '../rules/b.ts';",
        "import {type C, c} from '../rules/endSignals.ts';",
        "import d from './local/deep_one.ts';",
        "import * as e from '../client.ts';",
        "import {getString as f} from 'core/str';",
    ].join('\n'));
    expect(made.codes).toEqual([]);
    expect(made.body).toBe([
        "import {c} from 'block_example/local/rules/end_signals';",
        "import d from 'block_example/local/deep_one';",
        "import * as e from 'block_example/local/client';",
        "import {getString as f} from 'core/str';",
    ].join('\n'));
});

test('a rule becomes a module of its snake_case name', () => {
    expect(module('const a = 1;', 'rules/endSignals.ts').path).toBe('amd/src/local/rules/end_signals.js');
});

test('the signature moves into the comment', () => {
    expect(module([
        "type Signal = 'closed' | 'completed';",
        '/** Does it.',
        ' * @param end when it ends',
        ' */',
        'export function due(end: number | null, on: readonly Signal[], mark = true, about?: {a: 1}): Signal | null { return end && on && mark && about && null; }',
    ].join('\n')).body).toBe([
        '/**',
        ' * Does it.',
        ' *',
        ' * @param {number|null} end when it ends',
        ' * @param {string[]} on',
        ' * @param {boolean} [mark]',
        ' * @param {object} [about]',
        ' * @returns {string|null}',
        ' */',
        'export function due(end, on, mark = true, about) { return end && on && mark && about && null; }',
    ].join('\n'));
});

test('a type that another module exports is named by what it is', () => {
    const sources = new Map([['rules/signals.ts', "export type Signal = 'closed' | 'completed';\n"]]);
    const text = "import type {Signal} from '../rules/signals.ts';\n/** Says it. */\nexport const say = (signal: Signal): Promise<void> => tell(signal);\n";
    const made = erase({component: 'block_example', path: 'amd/example.ts', text}, sources);
    expect(made.text).toContain('@param {string} signal');
    expect(made.text).toContain('@returns {Promise<void>}');
});

test('a type that leads back to itself does not hang', () => {
    expect(module('type Tree = Tree[] | string;\n/** A. */\nexport const a = (tree: Tree): Tree => tree;').body).toContain('@param {Array|string} tree');
});

test('record keys with underscores are put in quotes, as the camelcase rule wants', () => {
    expect(module("const a = {up_to: 1, after: 2};").body).toBe("const a = {'up_to': 1, after: 2};");
});

test('reserved words and numbers as keys are put in quotes, as the quote-props rule wants', () => {
    expect(module('const {default: a = 1, b} = {default: 2, b: 3, 4: 5};').body).toBe("const {'default': a = 1, b} = {'default': 2, b: 3, '4': 5};");
});

test('brackets that only held a type go with it', () => {
    expect(module('use((a as B).c, (d() as unknown as B).e, new (f as B)(), (g + h) as B, (i! as B));').body)
        .toBe('use(a.c, d().e, new (f)(), (g + h), i);');
});

test('brackets stay where they do more, and words stay apart where they go', () => {
    expect(module('use((a?.b() as C).d, new (e.f() as G).H());\nconst i = () => { return(j as K); };\nconst l = async() => await(m as N);').body)
        .toBe('use((a?.b()).d, new (e.f()).H());\nconst i = () => { return j; };\nconst l = async() => await m;');
});

test('lines that held types only are gone, with what was said of them', () => {
    expect(module([
        'const a = 1;', '', '// Of A.', 'type A = {', '    b: 1;', '};', '', '/** What follows. */', '', 'interface B { c: 1 } // Why.', 'const d = 2;',
        'class E {', '    declare f: string;', '    /** G. */', '    g(): void;', '    g(): void {}', '}',
    ].join('\n')).body).toBe([
        'const a = 1;', '', '/** What follows. */', '', 'const d = 2;', 'class E {', '    g() {}', '}',
    ].join('\n'));
});

test('a text of several lines is not touched', () => {
    expect(module('const a = `\n  b as C;\n\n\n    ${d as E}  \n`;').body).toBe('const a = `\n  b as C;\n\n\n    ${d}  \n`;');
});

test('lines that end as on Windows come out as others do', () => {
    expect(module('/** A. */\r\nexport const a = (b: string): string => {\r\n    return b as C;\r\n};\r\n').body)
        .toBe('/**\n * A.\n *\n * @param {string} b\n * @returns {string}\n */\nexport const a = (b) => {\n    return b;\n};');
});

test('an import too long for a line is broken', () => {
    const names = Array.from({length: 12}, (_, index) => `aRatherLongName${index}`);
    expect(module(`import {${names.join(', ')}} from '../rules/a.ts';`).body)
        .toBe(`import {\n    ${names.join(',\n    ')},\n} from 'block_example/local/rules/a';`);
});

test('a member goes by its dot, as the dot-notation rule wants', () => {
    expect(module("const a = b.dataset['day'] ?? c?.['up_to'] ?? d['data-day'];").body)
        .toBe("const a = b.dataset.day ?? c?.up_to ?? d['data-day'];");
});

test.each([
    ['default-with-named', 'export const a = 1;\nexport default a;'],
    ['not-erasable', 'enum Colour {red}'],
    ['not-erasable', 'namespace A { export const b = 1; }'],
    ['not-erasable', 'class A { constructor(private a: number) {} }'],
    ['does-not-parse', 'const = 1;'],
    ['unknown-core-module', "import a from 'core/no_such_module';"],
    ['unknown-core-module', "import a from 'mod_quiz/timer';"],
    ['package-import', "import a from 'lodash';"],
    ['package-import', "import a from 'node:fs';"],
    ['import-leaves-plugin', "import a from '../../block_other/amd/a.ts';"],
    ['import-leaves-plugin', "import a from '../manifest.ts';"],
    ['undocumented-export', 'export const a = (): number => 1;'],
])('%s is refused: %s', (code, text) => {
    expect(module(text).codes).toEqual([code]);
});

test('a type alone beside a default export is no named export', () => {
    expect(module('export type A = 1;\nexport default 1;').codes).toEqual([]);
});

test('a module that Moodle could not name is refused', () => {
    expect(module('const a = 1;', 'amd/forecastChart.ts').codes).toEqual(['amd-file-name']);
});

test('a problem points at its line', () => {
    const {problems} = erase({component: 'block_example', path: 'amd/example.ts', text: "const a = 1;\n\nimport b from 'lodash';\n"});
    expect(problems[0]).toMatchObject({file: 'plugins/block_example/amd/example.ts', line: 3});
});
