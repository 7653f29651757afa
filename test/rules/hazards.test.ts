import {beforeAll, describe, expect, test} from 'vitest';
import {compileRules} from '../../build/rules/compileRules.ts';
import * as rules from '../golden/rules/hazards/rules/hazards.ts';
import {compileText} from './compileText.ts';
import {phpAnswers} from './phpAnswers.ts';

const LARGEST = Number.MAX_SAFE_INTEGER;

type Rules = typeof rules;

/** What each rule is asked by name: the arguments, and the answer both languages owe. */
const HAZARDS: readonly (readonly [string, keyof Rules, readonly unknown[], unknown])[] = [
    ["'0' is a text and not nothing", 'isGiven', ['0'], true],
    ["'' is nothing", 'isGiven', [''], false],
    ['numeric strings are compared as texts', 'isSame', ['1e1', '10'], false],
    ['numeric strings are found as texts', 'place', ['0'], 1],
    ["'01' is not '1' in a list", 'inBoth', [['1', '01', ''], ['1', '0']], ['1']],
    ['an empty array stays a list', 'inBoth', [[], ['a']], []],
    ['an empty array inside a record stays a list, not a map', 'positive', [[-1, 0]], {found: [], any: false}],
    ['a filtered list is a list and no map with gaps', 'positive', [[0, 7, 0, 8]], {found: [7, 8], any: true}],
    ['-0 goes in as 0', 'isZero', [-0], true],
    ['-0 comes out as 0', 'rest', [-5], -0],
    ['the rest has the sign of the dividend', 'rest', [-7], -2],
    ['the largest integer is exact', 'plus', [LARGEST - 1, 1], LARGEST],
    ['the smallest integer is exact', 'plus', [-LARGEST + 1, -1], -LARGEST],
    ['rounding down is exact next to the largest integer', 'third', [LARGEST - 2], 3002399751580329],
    ['rounding down goes down below zero', 'third', [-1], -1],
    ['a sort is stable', 'byRank', [[{id: 1, rank: 2}, {id: 2, rank: 1}, {id: 3, rank: 2}, {id: 4, rank: 1}]],
        [{id: 2, rank: 1}, {id: 4, rank: 1}, {id: 1, rank: 2}, {id: 3, rank: 2}]],
    ['positions start at 0 after a filter', 'later', [[{id: 5, rank: 0}, {id: 6, rank: 1}]], [6]],
    ['letters beyond ASCII are whole', 'without', ['ä😀ä', '😀'], 'a😀a'],
];

describe('a hazard', () => {
    const {files} = compileRules({component: 'local_golden', rulesDir: 'test/golden/rules/hazards/rules'});
    const calls = HAZARDS.map(([, name, given]) => ({name, phpName: name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`), phpClass: 'local_golden\\local\\rules\\hazards', given}));
    let answers: readonly string[] = [];
    beforeAll(() => {
        answers = phpAnswers(files, calls);
    });

    test.each(HAZARDS.map((hazard, index) => [hazard[0], hazard, index] as const))('%s', (_title, [, name, given, gives], index) => {
        const rule = rules[name] as (...given: readonly unknown[]) => unknown;
        expect(rule(...given)).toEqual(gives);
        expect(answers[index]).toBe(JSON.stringify(gives));
    });
});

test('numeric-string keys are refused, as keys of a type and as keys of a map', () => {
    const codes = (type: string) =>
        compileText({'sample.ts': `/** A. */\nexport function f(map: ${type}): number {\n    return 1;\n}\n`}).problems.map(problem => problem.code);
    expect(codes("Readonly<Record<'5' | '6', number>>")).toEqual(['unfit-type']);
    expect(codes('Readonly<Record<string, number>>')).toEqual(['unfit-type']);
    expect(codes("Readonly<Record<'five' | 'six', number>>")).toEqual([]);
});

test('a list and a record that may both be empty cannot be mixed up: a record without fields is refused', () => {
    const {problems} = compileText({'sample.ts': '/** A. */\nexport function f(value: {}): number {\n    return 1;\n}\n'});
    expect(problems.map(problem => problem.code)).toEqual(['unfit-type']);
});
