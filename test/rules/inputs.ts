import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import ts from 'typescript';
import type {Range} from '../../build/rules/ranges/bounds.ts';
import type {RuleFunction, RuleModule, RuleType} from '../../build/rules/ruleType.ts';

/** Values that stand in the source of a rule and those next to them: where its answers change. */
type Landmarks = {readonly numbers: readonly number[]; readonly texts: readonly string[]};

/** A moment that times are near to, so that two of them are often as far apart as a constant says. */
const MOMENT = 1_772_323_200;

const HAZARD_NUMBERS = [0, -0, 1, -1, 2, 3, 7, 60, 100, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 2 ** 32];

const HAZARD_TEXTS = [
    '', '0', '00', '0.0', '1', '01', '1e1', '10', '-0', '-1', ' 1', '1 ', 'null', 'false', 'true', 'a', 'A', 'ä', 'a\u0308', 'ß', 'İ', '日本',
    '😀', '👩‍👧', '\u0000', '\n', '\u2028', "'", '"', '\\', '$1', '$&', '%s', '<b>&amp;</b>', '{$a}', '__proto__', 'constructor', 'a,b,,c', ',',
];

const unique = <T>(values: readonly T[]): readonly T[] => [...new Map(values.map(value => [Object.is(value, -0) ? '-0' : value, value])).values()];

export function landmarks(paths: readonly string[]): Landmarks {
    const numbers: number[] = [];
    const texts: string[] = [];
    const visit = (node: ts.Node): void => {
        if (ts.isNumericLiteral(node)) {
            numbers.push(Number(node.text));
        } else if (ts.isStringLiteralLike(node) && !ts.isImportDeclaration(node.parent)) {
            texts.push(node.text);
        }
        node.forEachChild(visit);
    };
    for (const path of paths) {
        visit(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ESNext, true));
    }
    return {numbers: unique(withProducts(numbers)).slice(0, 60), texts: unique(texts).slice(0, 60)};
}

/** `3 * DAY` is a landmark too, though it stands nowhere. */
function withProducts(numbers: readonly number[]): readonly number[] {
    const large = numbers.filter(number => number >= 60);
    const small = numbers.filter(number => number > 1 && number < 60);
    return [...numbers, ...large.flatMap(number => small.map(factor => number * factor))].filter(Number.isSafeInteger);
}

function numbersNear(landmarks: Landmarks): fc.Arbitrary<number> {
    const near = landmarks.numbers.flatMap(number => [number - 1, number, number + 1]);
    const moments = [0, ...near].flatMap(distance => [MOMENT + distance, MOMENT - distance]);
    return fc.oneof(
        {weight: 6, arbitrary: fc.constantFrom(...unique([...near, 0, 1, 2, 3]))},
        {weight: 6, arbitrary: fc.constantFrom(...unique(moments))},
        {weight: 2, arbitrary: fc.constantFrom(...HAZARD_NUMBERS)},
        {weight: 2, arbitrary: fc.integer({min: -1000, max: 1000})},
    );
}

/** The numbers of a range: its ends, those near to where answers change, and any. */
function numbersIn({low, high}: Range, near: fc.Arbitrary<number>): fc.Arbitrary<number> {
    const size = high - low + 1;
    return fc.oneof(
        {weight: 15, arbitrary: near.map(number => (number >= low && number <= high ? number : low + ((((number - low) % size) + size) % size)))},
        {weight: 1, arbitrary: fc.constantFrom(low, high)},
        {weight: 1, arbitrary: fc.integer({min: low, max: high})},
    );
}

function textsNear(landmarks: Landmarks): fc.Arbitrary<string> {
    const known = landmarks.texts.length === 0 ? ['a'] : landmarks.texts;
    return fc.oneof(
        {weight: 4, arbitrary: fc.constantFrom(...known)},
        {weight: 4, arbitrary: fc.constantFrom(...HAZARD_TEXTS)},
        {weight: 1, arbitrary: fc.tuple(fc.constantFrom(...known), fc.constantFrom(...HAZARD_TEXTS), fc.constantFrom(...known)).map(parts => parts.join(''))},
        {weight: 1, arbitrary: fc.string({unit: 'grapheme', maxLength: 6})},
    );
}

/** A list, often with the same item twice. */
function listOf(item: fc.Arbitrary<unknown>): fc.Arbitrary<unknown[]> {
    return fc.tuple(fc.array(item, {maxLength: 5}), fc.nat(3)).map(([items, again]) => (again === 0 ? [...items, ...items.slice(0, 2)] : items));
}

/** Makes values of a rule's types. */
class Inputs {
    private readonly number: fc.Arbitrary<number>;
    private readonly text: fc.Arbitrary<string>;

    constructor(near: Landmarks) {
        this.number = numbersNear(near);
        this.text = textsNear(near);
    }

    of(type: RuleType): fc.Arbitrary<unknown> {
        switch (type.kind) {
            case 'int':
                return numbersIn(type.range, this.number);
            case 'string':
                return this.text;
            case 'bool':
                return fc.boolean();
            case 'null':
                return fc.constant(null);
            case 'literal':
                return fc.constant(type.value);
            case 'list':
                return listOf(this.of(type.of));
            case 'tuple':
                return fc.tuple(...type.items.map(item => this.of(item)));
            case 'record':
                return fc
                    .tuple(...type.fields.map(field => this.of(field.type)))
                    .map(values => Object.fromEntries(type.fields.map((field, index) => [field.name, values[index]])));
            case 'union':
                return fc.oneof(...type.of.map(member => this.of(member)));
        }
    }
}

/** Arguments for one rule, `count` times, the same for the same seed. */
export function inputsFor(module: RuleModule, rule: RuleFunction, near: Landmarks, count: number, seed: number): readonly (readonly unknown[])[] {
    const inputs = new Inputs(near);
    const given = fc.tuple(...rule.parameters.map(parameter => inputs.of(parameter.type)));
    return fc.sample(given, {numRuns: count, seed});
}
