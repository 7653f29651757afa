import {BOOLEAN, LETTER, LETTERS, listOf, NUMBER, same, STRING, written, type Kind, type RecordKind} from './kinds.ts';
import type {Scope} from './scope.ts';

const NUMBERS = ['0', '-0', '1', '2', '3', '7', '-1', '60', '100', '0x1f', '1_000', '86400', '2147483648', '9999999999', '-10000000000'];
const TEXTS = ["''", "'0'", "'00'", "'1e1'", "' 1'", "'null'", "'a'", "'A'", "'ä'", "'ß'", "'İ'", "'😀'", "'\\u0000'", "'\\n'", "'\\''", "'\"'", "'\\\\'", "'$a'", "'{$a}'", "'?>'", "'a,b'", "'\\u2028'", "'\\u00a0'", '`x`', '`\\${1}`'];
const SEPARATORS = ["','", "'a'", "'ä'", "'😀'", "'1'", "' '", "'\\\\'"];

type Make = () => string;

/** An expression of a kind, no deeper than `depth`. */
export function expression(scope: Scope, kind: Kind, depth: number): string {
    const {random} = scope;
    const known = scope.of(kind);
    if (depth <= 0) {
        return known.length > 0 && random.chance(70) ? random.pick(known).text : plain(scope, kind);
    }
    if (known.length > 0 && random.chance(25)) {
        return random.pick(known).text;
    }
    const inner = (of: Kind): string => expression(scope, of, depth - 1);
    const choices = [...anywhere(scope, kind, inner, depth), ...of(scope, kind, inner, depth)];
    return random.pick(choices)();
}

function plain(scope: Scope, kind: Kind): string {
    const {random} = scope;
    switch (kind.kind) {
        case 'number':
            return random.pick(NUMBERS);
        case 'string':
            return random.pick(TEXTS);
        case 'boolean':
            return random.pick(['true', 'false']);
        case 'letter':
            return `'${random.pick(LETTERS)}'`;
        case 'list':
            return '[]';
        case 'maybe':
            return 'null';
        case 'pair':
            return `[${kind.of.map(part => plain(scope, part)).join(', ')}]`;
        case 'record':
            return `{${kind.fields.map(field => `${field.name}: ${plain(scope, field.kind)}`).join(', ')}}`;
    }
}

/** What gives a value of any kind: a choice, a field, an item of a list, a rule. */
function anywhere(scope: Scope, kind: Kind, inner: (of: Kind) => string, depth: number): readonly Make[] {
    const {random} = scope;
    const lists = scope.lists().filter(list => same(list.kind.of, kind));
    const holders = scope.names.flatMap(name => (name.kind.kind === 'record' ? name.kind.fields.filter(field => same(field.kind, kind)).map(field => `${name.text}.${field.name}`) : []));
    const pairs = scope.names.flatMap(name => (name.kind.kind === 'pair' ? name.kind.of.flatMap((part, index) => (same(part, kind) ? [`${name.text}[${index}]`] : [])) : []));
    const helpers = scope.helpers.filter(helper => same(helper.gives, kind));
    const maybes = scope.names.filter(name => name.kind.kind === 'maybe' && same(name.kind.of, kind));
    const lone = kind.kind === 'maybe' ? [] : maybes;
    return [
        () => `(${inner(BOOLEAN)} ? ${inner(kind)} : ${inner(kind)})`,
        ...[...holders, ...pairs].map(text => () => text),
        ...lone.map(name => () => `(${name.text} ?? ${inner(kind)})`),
        ...lone.map(name => () => `(${name.text} === null ? ${inner(kind)} : ${name.text})`),
        ...lists.map(list => () => `(${list.text}[${inner(NUMBER)}] ?? ${inner(kind)})`),
        ...lists.map(list => () => `(${list.text}.at(${random.pick(['0', '1', '-1', '-3', '5'])}) ?? ${inner(kind)})`),
        ...lists.map(list => () => `(${list.text}.find(${arrow(scope, [list.kind.of], BOOLEAN, depth)}) ?? ${inner(kind)})`),
        ...helpers.map(helper => () => `${helper.name}(${helper.takes.map(inner).join(', ')})`),
        ...helpers.map(helper => () => `${helper.name}(${helper.takes.map(inner).join(', ')})`),
    ];
}

function of(scope: Scope, kind: Kind, inner: (of: Kind) => string, depth: number): readonly Make[] {
    switch (kind.kind) {
        case 'number':
            return numbers(scope, inner, depth);
        case 'string':
            return texts(scope, inner, depth);
        case 'boolean':
            return conditions(scope, inner, depth);
        case 'list':
            return lists(scope, kind.of, inner, depth);
        case 'record':
            return records(scope, kind, inner);
        case 'pair':
            return [() => `[${kind.of.map(inner).join(', ')}]`];
        case 'maybe':
            return [() => 'null', () => inner(kind.of), () => inner(kind.of)];
        case 'letter':
            return [() => plain(scope, LETTER), () => `(LETTERS_OF[${inner(NUMBER)}] ?? ${inner(LETTER)})`];
    }
}

function numbers(scope: Scope, inner: (of: Kind) => string, depth: number): readonly Make[] {
    const {random} = scope;
    const divisor = (): string => random.pick(['2', '3', '-7', '60', 'DAY', `Math.max(1, ${inner(NUMBER)})`]);
    const small = (): string => `(${inner(NUMBER)} % ${random.pick(['10', '1000', '-7'])})`;
    return [
        () => random.pick(NUMBERS), () => 'DAY',
        () => `(${inner(NUMBER)} + ${inner(NUMBER)})`, () => `(${inner(NUMBER)} - ${inner(NUMBER)})`, () => `${small()} * ${small()}`,
        () => `(${inner(NUMBER)} - ${inner(NUMBER)} - -${inner(NUMBER)})`,
        () => `(${inner(NUMBER)} % ${divisor()})`, () => `-(${inner(NUMBER)})`,
        () => `Math.${random.pick(['floor', 'ceil', 'trunc'])}(${inner(NUMBER)} / ${divisor()})`,
        () => `Math.${random.pick(['min', 'max'])}(${inner(NUMBER)}, ${inner(NUMBER)})`,
        () => `Math.${random.pick(['min', 'max'])}(${inner(NUMBER)}, ...${inner(listOf(NUMBER))})`,
        () => `Math.abs(${inner(NUMBER)})`,
        ...scope.lists().map(list => () => `${list.text}.length`),
        ...scope.lists().filter(list => ['number', 'string', 'boolean', 'letter'].includes(list.kind.of.kind)).map(list => () => `${list.text}.indexOf(${inner(list.kind.of)})`),
        ...scope.lists().map(list => () => `${list.text}.reduce(${arrow(scope, [NUMBER, list.kind.of], NUMBER, depth)}, ${inner(NUMBER)})`),
    ];
}

function texts(scope: Scope, inner: (of: Kind) => string, depth: number): readonly Make[] {
    const {random} = scope;
    return [
        () => random.pick(TEXTS), () => inner(LETTER),
        () => `(${inner(STRING)} + ${inner(STRING)})`, () => `\`${random.pick(['', 'a', '$', '\\n', '?>'])}\${${inner(NUMBER)}}${random.pick(['', '/', '😀'])}\${${inner(STRING)}}\``,
        () => `\`\${${inner(NUMBER)}}\``, () => `String(${inner(NUMBER)})`, () => `String(${inner(NUMBER)}).padStart(${random.pick(['0', '1', '2', '5', '-3'])}, ${random.pick(["'0'", "' '"])})`,
        () => `${someList(scope, STRING, depth - 1)}.join(${random.pick([...TEXTS, ...SEPARATORS])})`, () => `${someList(scope, NUMBER, depth - 1)}.join(${random.pick(SEPARATORS)})`,
        () => `${inner(STRING)}.replaceAll(${random.pick(SEPARATORS)}, ${random.pick(["''", "'b'", "'\\\\1'", "'ä'"])})`,
        () => `(${inner(STRING)}.split(${random.pick(SEPARATORS)}).at(${random.pick(['0', '1', '-1'])}) ?? ${inner(STRING)})`,
        ...scope.lists().map(list => () => joining(scope, list.text, list.kind.of, depth)),
    ];
}

function conditions(scope: Scope, inner: (of: Kind) => string, depth: number): readonly Make[] {
    const {random} = scope;
    const equal = (): string => random.pick(['===', '!==']);
    return [
        () => `(${inner(NUMBER)} ${random.pick(['<', '<=', '>', '>='])} ${inner(NUMBER)})`,
        () => `(${inner(NUMBER)} + 0 ${equal()} ${inner(NUMBER)})`, () => `(\`\${${inner(NUMBER)}}a\` ${equal()} ${inner(STRING)})`,
        ...scope.names.filter(name => isSimple(name.kind)).flatMap(name => [1, 2].map(() => () => `(${name.text} ${equal()} ${inner(name.kind)})`)),
        () => `(${inner(BOOLEAN)} ${random.pick(['&&', '||'])} ${inner(BOOLEAN)})`, () => `!(${inner(BOOLEAN)})`,
        () => `${inner(STRING)}.${random.pick(['includes', 'startsWith', 'endsWith'])}(${inner(STRING)})`,
        ...scope.names.filter(name => name.kind.kind === 'maybe').map(name => () => `(${name.text} ${equal()} null)`),
        ...scope.lists().map(list => () => `${list.text}.${random.pick(['some', 'every'])}(${arrow(scope, [list.kind.of], BOOLEAN, depth)})`),
        ...scope.lists().filter(list => isSimple(list.kind.of)).map(list => () => `${list.text}.includes(${inner(list.kind.of)})`),
    ];
}

const isSimple = (kind: Kind): boolean => ['number', 'string', 'boolean', 'letter'].includes(kind.kind) || (kind.kind === 'maybe' && isSimple(kind.of));

function lists(scope: Scope, item: Kind, inner: (of: Kind) => string, depth: number): readonly Make[] {
    const {random} = scope;
    const own = listOf(item);
    const typed = (text: string): string => `(${text} satisfies ${written(own)})`;
    const others = scope.lists();
    const list = (): string => someList(scope, item, depth - 1);
    return [
        () => typed(`[${random.times(1, 3, () => (random.chance(25) ? `...${inner(own)}` : inner(item))).join(', ')}]`),
        ...others.map(list => () => `${list.text}.map(${arrow(scope, [list.kind.of, ...(random.chance(30) ? [NUMBER] : [])], item, depth)})`),
        ...others.map(list => () => `${list.text}.flatMap(${arrow(scope, [list.kind.of], own, depth)})`),
        () => `${list()}.filter(${arrow(scope, [item, ...(random.chance(30) ? [NUMBER] : [])], BOOLEAN, depth)})`,
        () => `${list()}.slice(${random.pick(['1', '-1', '0, 2', '1, 3', '0, -1', inner(NUMBER), `0, ${inner(NUMBER)}`])})`,
        () => `${list()}.concat(${inner(own)})`, () => `${list()}.toReversed()`,
        ...(same(item, STRING) ? [() => `${inner(STRING)}.split(${random.pick(SEPARATORS)})`] : []),
    ];
}

function records(scope: Scope, kind: RecordKind, inner: (of: Kind) => string): readonly Make[] {
    const {random} = scope;
    const own = scope.of(kind);
    const all = (): string => kind.fields.map(field => `${field.name}: ${inner(field.kind)}`).join(', ');
    const one = (): string => {
        const field = random.pick(kind.fields);
        return `${field.name}: ${inner(field.kind)}`;
    };
    return [
        () => `{${all()}}`,
        ...own.map(name => () => `{...${name.text}, ${one()}}`),
        ...own.map(name => () => `{...${name.text}, ...${inner(kind)}}`),
    ];
}

/** An arrow function, at times with its record taken apart. */
export function arrow(scope: Scope, takes: readonly Kind[], gives: Kind, depth: number): string {
    const {random} = scope;
    const parameters = takes.map((kind, index) => {
        const text = scope.fresh(index * 4, 'a');
        if (kind.kind === 'record' && random.chance(30)) {
            const parts = kind.fields.slice(0, 3).map((field, part) => ({text: scope.fresh(index * 4 + part, 'a'), kind: field.kind, key: field.name}));
            return {text: `{${parts.map(part => `${part.key}: ${part.text}`).join(', ')}}`, names: parts};
        }
        return {text, names: [{text, kind}]};
    });
    const body = expression(scope.with(parameters.flatMap(({names}) => names), {inArrow: true}), gives, Math.min(depth - 1, 1));
    return `(${parameters.map(({text}) => text).join(', ')}) => ${gives.kind === 'record' ? `(${body})` : body}`;
}

/** A list that a method may be called of: an empty one without a type would hold nothing. */
export function someList(scope: Scope, of: Kind, depth: number): string {
    const own = listOf(of);
    const known = scope.of(own);
    return known.length > 0 && scope.random.chance(70)
        ? scope.random.pick(known).text
        : `([${expression(scope, of, depth - 1)}, ${expression(scope, of, depth - 2)}] satisfies ${written(own)})`;
}

/** A text that grows by a piece for each item. */
function joining(scope: Scope, list: string, item: Kind, depth: number): string {
    const sum = scope.fresh(9, 'a');
    const [parameter = '', ...piece] = arrow(scope.reserving(sum), [item], STRING, depth).split(' => ');
    return `${list}.reduce((${sum}, ${parameter.slice(1, -1)}) => (${sum} + ${piece.join(' => ')}), ${plain(scope, STRING)})`;
}
