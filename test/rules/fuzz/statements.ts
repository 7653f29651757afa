import {arrow, expression, someList} from './expressions.ts';
import {anyKind, BOOLEAN, LETTER, LETTERS, listOf, maybe, NUMBER, same, STRING, written, type Kind} from './kinds.ts';
import type {Name, Scope} from './scope.ts';

/** What is written, and the names that what follows may use. */
type Step = {readonly lines: readonly string[]; readonly names: readonly Name[]};

const COMMENTS = ['// It ends ?> here', '/* Over\n two lines */', '// */ /*', '// <?php $x', '/* a\rb */', '// Ends with \\'];

const indented = (lines: readonly string[]): readonly string[] => lines.map(line => `    ${line}`);

/** The statements of a function, of which the last one gives its answer. */
export function body(scope: Scope, gives: Kind, count: number): readonly string[] {
    const {lines, inside} = block(scope, gives, count);
    return [...lines, ...answer(inside, gives)];
}

/** A block's statements, and the scope at its end. */
function block(scope: Scope, gives: Kind, count: number): {readonly lines: readonly string[]; readonly inside: Scope} {
    let inside = scope;
    const lines: string[] = [];
    for (let step = 0; step < count; step += 1) {
        const {lines: more, names} = statement(inside, gives);
        const comment = scope.random.chance(8) ? [scope.random.pick(COMMENTS)] : [];
        lines.push(...comment, ...more);
        inside = inside.with(names);
    }
    return {lines, inside};
}

function answer(scope: Scope, gives: Kind): readonly string[] {
    const {random} = scope;
    const lists = scope.lists();
    if (gives.kind === 'boolean' && lists.length > 0 && random.chance(40)) {
        const list = random.pick(lists);
        return [`return ${list.text}.${random.pick(['some', 'every'])}(${arrow(scope, [list.kind.of], BOOLEAN, 3)});`];
    }
    const found = gives.kind === 'maybe' ? lists.filter(list => same(list.kind.of, gives.of)) : lists.filter(list => same(list.kind.of, gives));
    if (found.length > 0 && random.chance(40)) {
        const list = random.pick(found);
        return [`return ${list.text}.find(${arrow(scope, [list.kind.of], BOOLEAN, 3)}) ?? ${gives.kind === 'maybe' ? 'null' : expression(scope, gives, 2)};`];
    }
    const letters = scope.of(LETTER);
    if (letters.length > 0 && random.chance(25)) {
        const cases = LETTERS.filter(() => random.chance(60));
        return [
            `switch (${random.pick(letters).text}) {`,
            ...cases.flatMap(letter => [`    case '${letter}':`, ...(random.chance(20) ? [] : [`        return ${expression(scope, gives, 2)};`])]),
            '    default:',
            `        return ${expression(scope, gives, random.chance(20) ? 3 : 2)};`,
            '}',
        ];
    }
    return [`return ${expression(scope, gives, random.chance(20) ? 3 : 2)};`];
}

function statement(scope: Scope, gives: Kind): Step {
    const {random} = scope;
    const makers: readonly ((scope: Scope, gives: Kind) => Step | null)[] = [
        constant, constant, variable, changed, changed, choice, choice, loop, loop, filled, sorted, searched, apart, early, switched, jump,
    ];
    for (;;) {
        const step = random.pick(makers)(scope, gives);
        if (step !== null) {
            return step;
        }
    }
}

function constant(scope: Scope): Step {
    const kind = anyKind(scope.random, scope.records);
    const text = scope.fresh();
    return {lines: [`const ${text}: ${written(kind)} = ${expression(scope.reserving(text), kind, 2)};`], names: [{text, kind}]};
}

function variable(scope: Scope): Step {
    const kind = scope.random.chance(60) ? scope.random.pick([NUMBER, STRING]) : anyKind(scope.random, scope.records);
    const text = scope.fresh();
    return {lines: [`let ${text}: ${written(kind)} = ${expression(scope.reserving(text), kind, 2)};`], names: [{text, kind, changes: true}]};
}

function changed(scope: Scope): Step | null {
    const {random} = scope;
    const own = scope.names.filter(name => name.changes === true);
    if (own.length === 0) {
        return null;
    }
    const {text, kind} = random.pick(own);
    const value = expression(kind.kind === 'number' ? scope : scope.steady(), kind, 2);
    if (kind.kind === 'number') {
        return {lines: [random.pick([`${text} += ${value};`, `${text} -= ${value};`, `${text}++;`, `--${text};`, `${text} = ${value};`, `${text} = Math.min(1000, Math.max(-1000, ${text} * 3 + (${value} % 50)));`])], names: []};
    }
    if (kind.kind === 'list') {
        return {lines: [random.pick([`${text} = ${value};`, `${text} = [...${text}, ${expression(scope.steady(), kind.of, 2)}];`])], names: []};
    }
    return {lines: [kind.kind === 'string' && random.chance(50) ? `${text} += ${value};` : `${text} = ${value};`], names: []};
}

function choice(scope: Scope, gives: Kind): Step {
    const {random} = scope;
    const arm = (): readonly string[] => indented(block(scope.inner(), gives, 1 + random.below(2)).lines);
    const elseIf = random.chance(30) ? [`} else if (${expression(scope, BOOLEAN, 2)}) {`, ...arm()] : [];
    const otherwise = random.chance(50) ? ['} else {', ...arm()] : [];
    return {lines: [`if (${expression(scope, BOOLEAN, 2)}) {`, ...arm(), ...elseIf, ...otherwise, '}'], names: []};
}

function loop(scope: Scope, gives: Kind): Step | null {
    const {random} = scope;
    const lists = scope.lists();
    if (lists.length === 0) {
        return null;
    }
    const list = random.pick(lists);
    const item = list.kind.of;
    const entries = random.chance(30);
    const at = scope.inner();
    const parts: readonly Name[] = item.kind === 'record' && random.chance(40)
        ? item.fields.slice(0, 2).map((field, index) => ({text: at.fresh(index + 1), kind: field.kind}))
        : [{text: at.fresh(1), kind: item}];
    const whole = item.kind === 'record' && parts[0]?.kind !== item
        ? `{${parts.map((part, index) => `${item.fields[index]?.name}: ${part.text}`).join(', ')}}`
        : parts.map(part => part.text).join('');
    const names = entries ? [{text: at.fresh(), kind: NUMBER}, ...parts] : parts;
    const inside = scope.inner(names, {inLoop: true});
    return {
        lines: [
            `for (const ${entries ? `[${at.fresh()}, ${whole}]` : whole} of ${list.text}${entries ? '.entries()' : ''}) {`,
            ...indented(block(inside, gives, 1 + random.below(3)).lines),
            '}',
        ],
        names: [],
    };
}

/** A list that grows in a loop over another one. */
function filled(scope: Scope, gives: Kind): Step | null {
    const {random} = scope;
    const lists = scope.lists();
    if (lists.length === 0) {
        return null;
    }
    const kind = anyKind(random, scope.records, 1);
    const own = scope.fresh();
    const list = random.pick(lists);
    const item = scope.inner().fresh();
    const inside = scope.inner([{text: item, kind: list.kind.of}], {inLoop: true});
    const value = (): string => (random.chance(20) ? `...${someList(inside, kind, 2)}` : expression(inside, kind, 2));
    const push = `${own}.push(${random.times(1, random.chance(20) ? 3 : 1, value).join(', ')});`;
    return {
        lines: [
            `const ${own}: ${written(listOf(kind)).replace(/^readonly /, '')} = [];`,
            `for (const ${item} of ${list.text}) {`,
            ...indented(random.chance(40) ? [`if (${expression(inside, BOOLEAN, 2)}) {`, `    ${push}`, '}'] : [push]),
            ...indented(random.chance(30) ? block(inside, gives, 1).lines : []),
            '}',
            `const ${scope.fresh(1)}: ${written(listOf(kind))} = [...${own}];`,
        ],
        names: [{text: scope.fresh(1), kind: listOf(kind)}],
    };
}

function sorted(scope: Scope): Step | null {
    const {random} = scope;
    const lists = scope.lists().filter(list => ['number', 'letter'].includes(list.kind.of.kind) || (list.kind.of.kind === 'record' && list.kind.of.fields.some(field => field.kind.kind === 'number')));
    if (lists.length === 0) {
        return null;
    }
    const list = random.pick(lists);
    const item = list.kind.of;
    const fields = item.kind === 'record' ? item.fields.filter(field => field.kind.kind === 'number').map(field => `.${field.name}`) : [''];
    const [a, b] = [scope.fresh(1, 'a'), scope.fresh(2, 'a')];
    const key = (name: string, field: string): string => (item.kind === 'letter' ? `LETTERS_OF.indexOf(${name})` : `${name}${field}`);
    const order = (): string => {
        const field = random.pick(fields);
        return random.chance(50) ? `${key(a, field)} - ${key(b, field)}` : `${key(b, field)} - ${key(a, field)}`;
    };
    const first = random.pick(fields);
    const compare = random.chance(40) ? `${key(a, first)} === ${key(b, first)} ? ${order()} : ${key(a, first)} - ${key(b, first)}` : order();
    const text = scope.fresh();
    const more = random.pick(['', '', '.slice(1)', '.toReversed()']);
    return {lines: [`const ${text}: ${written(list.kind)} = ${list.text}.toSorted((${a}, ${b}) => ${compare})${more};`], names: [{text, kind: list.kind}]};
}

function searched(scope: Scope): Step | null {
    const {random} = scope;
    const lists = scope.lists();
    if (lists.length === 0) {
        return null;
    }
    const list = random.pick(lists);
    const text = scope.fresh();
    const test = arrow(scope.reserving(text), [list.kind.of], BOOLEAN, 2);
    return {lines: [`const ${text}: ${written(maybe(list.kind.of))} = ${list.text}.find(${test}) ?? null;`], names: [{text, kind: maybe(list.kind.of)}]};
}

function apart(scope: Scope): Step | null {
    const records = scope.names.filter(name => name.kind.kind === 'pair' || (name.kind.kind === 'record' && name.kind.fields.length > 0));
    if (records.length === 0) {
        return null;
    }
    const {text, kind} = scope.random.pick(records);
    if (kind.kind === 'pair') {
        const names = kind.of.map((part, index) => ({text: scope.fresh(index), kind: part}));
        return {lines: [`const [${names.map(name => name.text).join(', ')}] = ${text};`], names};
    }
    const names = kind.kind === 'record' ? kind.fields.slice(0, 2).map((field, index) => ({text: scope.fresh(index), kind: field.kind, key: field.name})) : [];
    return {lines: [`const {${names.map(name => `${name.key}: ${name.text}`).join(', ')}} = ${text};`], names};
}

function early(scope: Scope, gives: Kind): Step {
    return {lines: [`if (${expression(scope, BOOLEAN, 2)}) {`, ...indented(answer(scope.inner(), gives)), '}'], names: []};
}

function switched(scope: Scope, gives: Kind): Step | null {
    const {random} = scope;
    const subjects = [...scope.of(LETTER), ...scope.of(NUMBER)].filter(name => name.text !== 'FIRST');
    if (subjects.length === 0) {
        return null;
    }
    const {text, kind} = random.pick(subjects);
    const labels = kind.kind === 'letter' ? LETTERS.map(letter => `'${letter}'`) : ['0', '1', '-1', '60', '0x1f'];
    const end = (): string => (scope.inLoop && random.chance(30) ? 'continue;' : 'break;');
    const clause = (label: string): readonly string[] => [label, ...indented(random.chance(20) && label !== 'default:' ? [] : ['{', ...indented([...block(scope.inner(), gives, 1).lines, end()]), '}'])];
    const chosen = labels.filter(() => random.chance(50));
    const last = random.chance(70) || chosen.length === 0 ? ['default:', '    break;'] : [];
    const first = chosen.flatMap(label => clause(`case ${label}:`));
    const closed = last.length === 0 && first.at(-1)?.startsWith('case') === true ? ['    break;'] : [];
    return {lines: [`switch (${text}) {`, ...indented([...first, ...closed, ...last]), '}'], names: []};
}

function jump(scope: Scope): Step | null {
    return scope.inLoop && scope.random.chance(40)
        ? {lines: [`if (${expression(scope, BOOLEAN, 2)}) {`, `    ${scope.random.pick(['break;', 'continue;'])}`, '}'], names: []}
        : null;
}

