import {describe, expect, test} from 'vitest';
import {compileText} from './compileText.ts';

/** What a rule says in a body; `n`, `m` and `list` are whatever a rule may be given. */
const rule = (body: string, before = ''): string =>
    `${before}type Course = {\n/** Learners. @minimum 0 @maximum 1_000_000 */ readonly count: number; readonly due: number; readonly parts: readonly number[]};\n` +
    "/** Hours of a day. @minimum 0 @maximum 24 */\ntype Hour = number;\n" +
    '/** A sample. */\nexport function f(n: number, m: number, hour: Hour, hours: readonly Hour[] | null, list: readonly number[], courses: readonly Course[]): number {\n' +
    `${body}\n}\n`;

const refused = (source: string): readonly string[] =>
    compileText({'sample.ts': source}).problems.map(({code, message}) => (code === 'not-in-subset' ? /^`(.*?)`: (.*)$/s.exec(message)?.[1] ?? '' : `${code}: ${message}`));

describe('what may count beyond 2^53 is refused', () => {
    test.each([
        ['a product', 'return n * m;', ['n * m']],
        ['a product of what is written out', 'return 94906267 * 94906267;', ['94906267 * 94906267']],
        ['a product of a product', 'return n * 86400 * 86400;', ['n * 86400 * 86400']],
        ['a number that grows by itself', 'let g = 7; for (const x of list) { g = g * 31 + x; } return g;', ['g * 31', 'g * 31 + x']],
        ['a number that doubles', 'return list.reduce((wait, x) => wait * 2, 1);', ['wait * 2']],
        ['a number that is doubled in place', 'let wait = 1; for (const x of list) { wait *= 2; wait += x; } return wait;', ['wait *= 2', 'wait += x']],
        ['a sum of a sum', 'let sum = 0; let all = 0; for (const x of list) { sum += x; all += sum; } return all;', ['all += sum']],
        ['a sum of sums', 'return courses.reduce((sum, course) => sum + course.parts.reduce((inner, part) => inner + part, 0), 0);',
            ['sum + course.parts.reduce((inner, part) => inner + part, 0)']],
        ['a sum in a loop in a loop', 'let sum = 0; for (const a of list) { for (const b of list) { sum += a - b; } } return sum;', ['sum += a - b']],
        ['a sum in a record', 'const s = courses.reduce((sum, x) => ({all: sum.all + x.due * 86400, left: sum.left}), {all: 0, left: n}); return s.all - s.left;',
            ['sum.all + x.due * 86400', 's.all - s.left']],
        ['a difference', 'let left = n; for (const x of list) { left -= x * 60; } return left;', ['left -= x * 60']],
        ['a sort by a product', 'return courses.toSorted((a, b) => a.due * a.due - b.due * b.due).at(0)?.due ?? 0;', ['a.due * a.due', 'b.due * b.due', 'a.due * a.due - b.due * b.due']],
        ['what is held on one side only', 'return Math.min(1000, n) * m;', ['Math.min(1000, n) * m']],
        ['what another function makes', 'return square(n);', ['a * a']],
        ['a number that gets out through a break', 'let x = 1; let y = 1; for (const a of list) { x = y * 3; if (a === 5) { y = x; break; } x = 0; y = Math.min(y, 5) * 1000000000000; } return x * 100;',
            ['y * 3', 'x * 100']],
        ['numbers that grow by turns', 'let x = 1; let y = 1; for (const a of list) { if (a > 0) { x = y + y; } else { y = x + x; } } return x;', ['y + y', 'x + x']],
    ])('%s', (_what, body, found) => {
        expect(refused(rule(body, '/** A square. */\nfunction square(a: number): number {\n    return a * a;\n}\n')).toSorted()).toEqual([...found].toSorted());
    });

    test('a constant, also where nothing uses it', () => {
        expect(refused(rule('return n;', '/** A. */\nconst A = 94906267;\n/** B. */\nexport const B = {square: A * A};\n'))).toEqual(['A * A']);
    });
});

describe('what stays below 2^53 is taken', () => {
    test.each([
        ['a sum of all that a list may hold', 'return list.reduce((sum, x) => sum + x, 0);'],
        ['days as seconds', 'return (n + 1) * 86400 + m;'],
        ['a sum that is held', 'return courses.reduce((sum, course) => Math.min(1000000000000, Math.max(0, sum + course.due * 60)), 0);'],
        ['a wait that doubles up to a day', 'let wait = 1; for (const x of list) { wait = Math.min(86400, wait * 2); } return wait;'],
        ['a product of what a type declares', 'let all = 0; for (const x of courses) { all += x.count * hour * (hours ?? [1]).reduce((most, one) => Math.max(most, one), 0); } return all;'],
        ['a count in a loop in a loop', 'let count = 0; for (const a of list) { for (const b of courses) { count += 1; } } return count;'],
        ['what goes down and starts anew', 'let left = n; for (const x of list) { left = left < 0 ? m : left - x; } return left;'],
        ['a rest and a quotient', 'return (n % 1000) * (m % 1000) + Math.floor(n / 3600) * 24;'],
        ['a list that is filled', 'const all: number[] = []; for (const x of list) { all.push(x + 1); } return all.reduce((most, x) => Math.max(most, x), 0) * 1000;'],
        ['a length', 'return list.length * 1000000 + list.indexOf(n) * list.length;'],
    ])('%s', (_what, body) => {
        expect(refused(rule(body))).toEqual([]);
    });
});
