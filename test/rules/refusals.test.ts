import {expect, test} from 'vitest';
import {notInSubset, unfitType, type Reason, type Unfit} from '../../build/diagnostics/rules.ts';
import {compileText} from './compileText.ts';

/** What a body may use; the refused line is the last one of the sample. */
const AROUND = `
type Item = {readonly id: number; readonly name: string};
/** A number. */
const TEN = 10;
/** Two numbers. */
const PAIR = [1, 2];
/** One number. */
function one(n: number): number { return n; }
/** Two numbers. */
function two(a: number, b: number): number { return a + b; }
/** A sample. */
export function sample(n: number, m: number | null, text: string, flag: boolean, list: readonly number[], items: readonly Item[], item: Item, maybe: Item | null, kind: 'a' | 'b' | 'c'): `;

const number = (body: string): string => `${AROUND}number {\n${body}\n}`;
const text = (body: string): string => `${AROUND}string {\n${body}\n}`;
const flag = (body: string): string => `${AROUND}boolean {\n${body}\n}`;
const numbers = (body: string): string => `${AROUND}readonly number[] {\n${body}\n}`;
const top = (source: string): string => `${AROUND}number { return n; }\n${source}\n`;

/** For each reason a sample that it must refuse: the type asks for every one. */
const SAMPLES: Record<Reason, string | readonly string[]> = {
    'alias-of-changed-list': numbers('const a: number[] = []; a.push(n);\nconst b = a; return b;'),
    'arrow-body': numbers('return list.map(x => { return x; });'),
    'arrow-place': [number('const f = (x: number) => x; return f(n);'), number('function inner() { return 1; } return inner();')],
    assignment: number('let a = 0; return a = n;'),
    'assign-target': [number('n = 1; return n;'), number('TEN += 1; return n;'), number('item.id = 1; return n;'), number('list[0] = 1; return n;')],
    assertion: number('return text as unknown as number;'),
    'at-index': [number('return list.at(n) ?? 0;'), number('return list.at(-1.5) ?? 0;')],
    'beyond-exact': number('return n * n;'),
    bits: [number('return n | 0;'), number('return n >> 1;'), number('return ~n;')],
    'boolean-call': flag('return flag && Boolean(n);'),
    'call-target': number('return (flag ? one : one)(n);'),
    'call-arity': number('return two(...PAIR);'),
    'case-twice': [
        number("switch (kind) { case 'a': return 1; case 'b': return 2; case 'b': return 3; } return 4;"),
        number('switch (n) { case 16: return 1; case 0x10: return 2; default: return 3; }'),
        number('switch (n) { case 0: return 1; case -0: return 2; default: return 3; }'),
    ],
    class: top('class A {}'),
    'comma-operator': number('return (n, n);'),
    comparator: [
        numbers('return list.toSorted((a, b) => a < b ? -1 : 1);'),
        numbers('return list.toSorted((a, b) => a - b - 1);'),
        numbers('return list.toSorted((a, b) => a === b ? 0 : 1);'),
        numbers('return items.toSorted((a, b) => a.name === b.name ? a.id - b.id : a.id - b.id).map(x => x.id);'),
        numbers('return list.toSorted(two);'),
    ],
    'compare-objects': [flag('return item === maybe;'), flag('return list !== PAIR;')],
    'compare-order': [flag("return text < 'b';"), flag("return text.localeCompare('a') < 0;")],
    'compare-undefined': flag('return list[0] === undefined;'),
    'concat-types': [text("return text + n;"), text("let a = ''; a += n; return a;")],
    'constant-value': [top('/** A list. */\nconst B = PAIR.map(x => x);'), top('/** A number. */\nconst B = one(1);')],
    'computed-key': number('const r = {[text]: 1}; return n;'),
    declared: [
        top('/** A number. */ declare function f(n: number): number;'),
        top('/** A number. */ declare const B: 5;'),
        top('/** A number. */ function f(a: number): number;\n/** A number. */ function f(a: number): number { return a; }'),
    ],
    'default-export': top('/** A number. */ export default function f(n: number): number { return n; }'),
    'default-parameter': top('/** A number. */ function f(a = 1): number { return a; }'),
    delete: number('delete item.id; return n;'),
    destructuring: [
        number('const {id = 1} = item; return id;'), number('const [a, ...b] = PAIR; return n;'), number('const [, b] = [1, 2] as const; return b;'),
        number('let sum = 0; for (const [i, ...rest] of list.entries()) { sum += i + rest.length; } return sum;'),
    ],
    division: number('return n / 2;'),
    divisor: [number('return n % (m ?? 1);'), number('return Math.floor(n / list.length);'), number('return n % (TEN - 10);')],
    'empty-separator': [text("return text.split('').join('');"), text("return text.replaceAll(item.name, 'a');")],
    enum: top('enum E { a }'),
    exponent: number('return n ** 2;'),
    float: [number('return 1.5;'), number('return 9007199254740992;'), number('return 10n;'), numbers('return list.slice(1.5);')],
    'for-each': number('list.forEach(x => x); return n;'),
    'for-in': number('for (const key in item) { } return n;'),
    generic: top('/** A value. */ function f<T>(a: T): T { return a; }'),
    'half-letter': [
        flag("return text.includes('\\ud83d');"), text("return `${text}\\udc00`;"), text("return text.split('\\ud83d').join('');"),
        flag("switch (kind) { case 'a': return true; default: return `\\ud800` === text; }"), top("/** A text. */\nconst B = {key: ['\\udfff']};"),
    ],
    hidden: [number('// @ts-ignore\nreturn text;'), number('// @ts-expect-error it is one\nreturn text;'), `\n// @ts-nocheck\n${number('return text;')}`],
    global: [number('return Math.random();'), number('return Date.now();'), number('return globalThis.x;'), number('console.log(n); return n;')],
    'hoist-sort': [number('return flag ? (list.toSorted((a, b) => a - b)[0] ?? 0) : 0;'), numbers('return items.flatMap(() => list.toSorted((a, b) => a - b));')],
    import: [top("import fs from 'node:fs';"), top("export * from './other.ts';"), top("import * as a from './a.ts';")],
    'import-cycle': `\n${top("import {OTHER} from './other.ts';\n/** A number. */\nexport const B = OTHER;")}`,
    'index-unguarded': number('return list[0];'),
    'index-string': [text('return text[0] ?? text;'), text('return text.charAt(0);'), number("for (const c of text) { return 1; } return text.indexOf('a');")],
    'in-place': [numbers('return list.sort((a, b) => a - b);'), numbers('const a = [1]; a.reverse(); return a;'), number('return [1].pop() ?? 0;')],
    join: text("return [null, 'a'].join(',');"),
    'join-separator': text('return list.join();'),
    label: number('outer: for (const a of list) { break outer; } return n;'),
    'let-without-value': number('let a: number; a = 1; return a;'),
    'list-method': [number('return list.findIndex(x => x === n);'), number('return list.lastIndexOf(n);')],
    'list-search': flag('return items.includes(item);'),
    loop: [number('while (flag) { } return n;'), number('for (let i = 0; i < n; i++) { } return n;'), number('do { } while (flag); return n;')],
    math: [number('return Math.floor(n);'), number('return Math.max(...list);'), number('return Math.sqrt(n);')],
    'math-round': number('return Math.round(n / 2);'),
    'module-statement': top('one(1);'),
    'module-let': [top('let a = 1;'), top('export let b = 1;'), top('var c = 1;')],
    'module-function': top('/** A number. */\nconst f = (a: number) => a;'),
    new: number('return new Thing(n);'),
    'non-null': number('return m!;'),
    'number-text': text('return n.toFixed(2);'),
    'optional-call': [flag("return maybe?.name.includes('a') ?? false;"), number('return (flag ? list : null)?.length ?? 0;')],
    'optional-parameter': top('/** A number. */ function f(a?: number): number { return a ?? 0; }'),
    'pad-start': [
        text("return text.padStart(2, '0');"), text("return String(n).padStart(2.5, '0');"),
        `${text("return String('ä').padStart(2, '0');")}\n/** A text. */ function String(a: string): string { return a; }`,
    ],
    predicate: top('/** A number. */ function f(a: number | string): a is string { return a !== 1; }'),
    'push-in-loop': [
        numbers('const a: number[] = [1];\nfor (const b of a) { a.push(b); } return a;'),
        numbers('const a: number[] = [1];\nfor (const [i, b] of a.entries()) { a.push(i + b); } return a;'),
        numbers('const a: number[] = [1];\nfor (const [i, b] of (a).entries()) { if (i < 3) { a.push(i + b); } } return a;'),
        numbers('const a: number[] = [1];\nfor (const b of (a satisfies number[])) { a.push(b); } return a;'),
    ],
    'push-target': [number('list.push(1); return n;'), number('PAIR.push(1); return n;'), number('let a: number[] = []; a.push(1); return n;')],
    'push-value': number('const a = [1]; return a.push(2);'),
    'record-or-map': number("const r: {readonly [key: string]: number} = {a: 1}; return r[text] ?? 0;"),
    recursion: top('/** A number. */ function f(n: number): number { return g(n); } /** A number. */ function g(n: number): number { return f(n); }'),
    'reduce-index': number('return list.reduce((sum, x, i) => sum + x * i, 0);'),
    regex: flag('return /a/.test(text);'),
    'replace-text': [text("return text.replaceAll('a', text);"), text("return text.replaceAll('a', '$&');")],
    'rest-parameter': top('/** A number. */ function f(...a: readonly number[]): number { return a.length; }'),
    'rule-alone': numbers('return list.map(two);'),
    slice: [numbers('return list.slice(n, m ?? 0);'), numbers('return list.slice(-2, 1);'), numbers('return list.slice(1.5, 3);')],
    'sort-default': numbers('return list.toSorted();'),
    'spread-kind': [text("return [...text].join('');"), number('const r = {...list}; return n;')],
    'start-value': number('return list.reduce((sum, x) => sum + x);'),
    statement: [number('n; return n;'), number('one(1); return n;'), number('n === 1; return n;')],
    'string-length': number('return text.length;'),
    'string-method': [text('return text.toLowerCase();'), text('return text.trim();'), text("return text.replace('a', 'b');")],
    'switch-clause': number("let a = 0; switch (n) { case 1: a = 2; default: return a; }"),
    'switch-type': [number("switch (text) { case 'a': return 1; default: return 2; }"), number('switch (n) { case TEN: return 1; default: return 2; }')],
    'template-part': [text('return `${flag}`;'), text('return `${m}`;'), text('return String(flag);')],
    this: number('return this.x;'),
    throw: number("throw 'no';"),
    try: number('try { return 1; } finally { }'),
    typeof: [flag("return typeof m === 'number';"), flag("return 'id' in item;")],
    'unary-plus': [number('return +text;'), number('return Number(text);')],
    'unknown-syntax': [text('return String`a`;'), number('debugger; return n;')],
    'update-value': number('let a = 0; return a++;'),
    var: [number('var a = 1; return a;'), number('for (var a of list) { return a; } return n;'), number('using a = null; return n;')],
    wait: [number('return await n;'), top('/** A number. */ async function f(n: number) { return n; }')],
    yield: top('/** A number. */ function* f(n: number) { yield n; }'),
    'loose-equality': [flag('return n == m;'), flag("return text != 'a';")],
    'shape-key': number('const r = {upTo: 1}; return n;'),
    undefined: [number('return undefined ?? n;'), top('/** A number. */ function f(): number { return; }')],
    'possibly-undefined': [number('const a = list.find(x => x === n);\nreturn a ?? 0;'), number('return maybe?.id;')],
};

/** A module that imports the sample in turn. */
const COMING_BACK = "import {B} from './broken.ts';\n/** A number. */\nexport const OTHER = 1;\n/** A number. */\nexport const C = B;\n";

const advice = (reason: Reason): string => notInSubset({file: null, line: null}, '', reason).message.replace('``', '');

const cases = Object.entries(SAMPLES).flatMap(([reason, samples]) => [samples].flat().map(sample => [reason as Reason, sample] as const));

test.each(cases)('refuses %s and says what to write instead', (reason, sample) => {
    const {files, problems} = compileText({'broken.ts': sample, ...(reason === 'import-cycle' ? {'other.ts': COMING_BACK} : {})});
    const found = problems.find(problem => problem.code === 'not-in-subset' && problem.message.endsWith(advice(reason)));
    expect(problems.map(problem => problem.message)).toEqual(expect.arrayContaining([expect.stringContaining(advice(reason)) as string]));
    expect(found?.file).toBe('broken.ts');
    expect(found?.line).toBeGreaterThan(1);
    expect([...files]).toEqual([]);
});

test.each([
    [number('if (n) { return 1; } return 0;'), '`n`: a number', '`n !== 0`'],
    [number('return text ? 1 : 0;'), '`text`: a text', "`text !== ''`"],
    [flag('return !list.length;'), '`list.length`: a number', '`list.length !== 0`'],
    [number('return n || 1;'), '`n`: a number', '`n !== 0`'],
    [flag('return flag && text;'), '`text`: a text', "`text !== ''`"],
    [number('if (maybe) { return 1; } return 0;'), '`maybe`: a value that may be null', '`maybe !== null`'],
    [number('if (list) { return 1; } return 0;'), '`list`: a list', '`list.length > 0`'],
    [numbers('return list.filter(x => x);'), '`x`: a number', '`x !== 0`'],
])('refuses a condition that is no boolean: %s', (sample, start, instead) => {
    const messages = compileText({'broken.ts': sample}).problems.map(problem => problem.message);
    expect(messages).toContainEqual(expect.stringContaining(`${start} is not a condition here`) as string);
    expect(messages).toContainEqual(expect.stringContaining(`Write ${instead}.`) as string);
});

const TYPES: Record<Unfit, string> = {
    any: 'any',
    float: '1.5',
    function: '() => number',
    index: 'Record<string, number>',
    key: '{readonly upTo: number}',
    optional: '{readonly id?: number}',
    'half-letter': "'\\ud800'",
    nothing: 'null',
    other: 'object',
    recursive: 'Tree',
    undefined: 'number | undefined',
    generic: 'Key<1>["x"]',
};

test.each(Object.entries(TYPES))('refuses the type that is %s', (reason, type) => {
    const source = `type Tree = {readonly below: readonly Tree[]};\n/** A sample. */\nexport function sample(value: ${type}): number {\n    return 1;\n}\n`;
    const [problem] = compileText({'broken.ts': source}).problems;
    const [start = ''] = unfitType({file: null, line: null}, reason as Unfit, '§').message.split('§');
    expect(problem).toMatchObject({code: 'unfit-type', file: 'broken.ts', line: 3, message: expect.stringContaining(start) as string});
});

const problemsOf = (source: string, name = 'sample.ts'): readonly string[] =>
    compileText({[name]: source}).problems.map(problem => `${problem.line} ${problem.code}`);

test('refuses a rule that no sentence explains', () => {
    expect(problemsOf('export function f(): number {\n    return 1;\n}\n')).toEqual(['1 undocumented-rule']);
});

test('refuses names that would be one name in PHP', () => {
    expect(problemsOf('/** A. */\nexport function f(aB: number, ab: number): number {\n    return aB + ab;\n}\n')).toEqual(['2 name-clash']);
    expect(problemsOf('/** A. */\nexport function doIt(): number {\n    return 1;\n}\n/** B. */\nexport function do_it(): number {\n    return 1;\n}\n'))
        .toEqual(['6 name-clash']);
    expect(problemsOf('/** A. */\nconst oneDay = 1;\n/** B. */\nconst ONE_DAY = 2;\n')).toEqual(['4 name-clash']);
});

test('refuses a name that hides another one, since PHP has one scope a function', () => {
    const source = '/** A. */\nexport function f(a: number, list: readonly number[]): number {\n    for (const a of list) {\n        return a;\n    }\n    return a;\n}\n';
    expect(problemsOf(source)).toEqual(['3 shadowed-name']);
});

test('refuses a module that PHP could not call so', () => {
    expect(problemsOf('/** A. */\n\n/** B. */\nexport function f(): number {\n    return 1;\n}\n', 'list.ts')).toEqual(['null reserved-name']);
});

test('refuses a rule that is called as its module, since PHP 4 took such for a constructor', () => {
    expect(problemsOf('/** A. */\n\n/** B. */\nexport function sample(): number {\n    return 1;\n}\n')).toEqual(['4 named-as-module']);
});

test("hands on the checker's own words for what is wrong in TypeScript already", () => {
    const source = '/** A. */\nexport function f(a: string): number {\n    return a;\n}\n';
    expect(compileText({'sample.ts': source}).problems).toEqual([
        {code: 'rule-type-error', file: 'sample.ts', line: 3, message: "Type 'string' is not assignable to type 'number'."},
    ]);
});

test('refuses modules that import each other: which constants are there first hangs on who is loaded first', () => {
    const modules = {
        'one.ts': "import {B} from './two.ts';\n/** A. */\nexport const A = 1;\n/** C. */\nexport const C = B + 1;\n",
        'two.ts': "import {A} from './one.ts';\n/** B. */\nexport const B = A + 1;\n",
    };
    expect(compileText(modules).problems.map(problem => `${problem.file}:${problem.line} ${problem.code}`))
        .toEqual(['one.ts:1 not-in-subset', 'two.ts:1 not-in-subset']);
    const types = {
        'one.ts': "import type {B} from './two.ts';\n/** A. */\nexport const A: B = 1;\n",
        'two.ts': "import {A} from './one.ts';\nexport type B = 1 | 2;\n/** C. */\nexport const C = A;\n",
    };
    expect(compileText(types).problems).toEqual([]);
});

test('refuses what another file declares without an export', () => {
    const modules = {
        'one.ts': '/** A. */\nconst SECRET = 1;\n',
        'two.ts': '/** B. */\nfunction other(): number {\n    return SECRET;\n}\n',
    };
    expect(compileText(modules).problems.map(problem => `${problem.file}:${problem.line} ${problem.code}`)).toEqual(['two.ts:3 not-in-subset']);
});

test('refuses names that are none in PHP, or mean something there', () => {
    const named = (name: string) => problemsOf(`/** A. */\n\n/** B. */\nexport function ${name}(): number {\n    return 1;\n}\n`);
    expect(named('$money')).toEqual(['4 reserved-name']);
    expect(named('größe')).toEqual(['4 reserved-name']);
    expect(named('__get')).toEqual(['4 reserved-name']);
    expect(problemsOf('/** A. */\nexport const größe = 1;\n')).toEqual(['2 reserved-name']);
});
