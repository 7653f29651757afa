import {expect, test} from 'vitest';
import {holdTogether} from './fuzz/holdTogether.ts';

/** What a rule's body may use. */
const AROUND = `type Kind = 'a' | 'b' | 'c';
type Inner = {readonly b: string; readonly n: number | null};
type Item = {readonly id: number; readonly key: Kind; readonly end: number | null; readonly inner: Inner; readonly more: Inner | null; readonly list: readonly number[]};
/** Ranks. */
const RANKS: readonly Kind[] = ['b', 'a', 'c'];
/** Weights. */
const BY = {a: 1, b: 2, c: 3};
/** A rest. */
function restOf(x: number): number { return x % 7; }
/** A sample. */
export function f(n: number, m: number | null, t: string, flag: boolean, kind: Kind, list: readonly number[], nulls: readonly (number | null)[], items: readonly Item[], maybe: Item | null, pairs: readonly (readonly [number, string])[]): `;

/** Shapes that random programs seldom come to: what each gives back, and its body. */
const BODIES: readonly (readonly [string, string])[] = [
    ['readonly number[]', 'const a: number[] = [1, n]; a.push(...list, 3, ...list); a.push(); a.push(4, ...list); return a;'],
    ['string', 'let s = ``; for (const [i, {id, key}] of items.entries()) { s += `${i}:${id}${key},`; } return s;'],
    ['number | null', 'return nulls.find(x => x === null) ?? n;'],
    ['number', 'const x = items.find(i => i.id > n)?.end ?? 5; return x;'],
    ['string', 'return items.find(({id}) => id > n)?.more?.b ?? t;'],
    ['number', "let c = 0; for (const a of items) { switch (a.key) { case 'a': continue; case 'b': { for (const b of list) { switch (b) { case 0: continue; case 1: break; default: c += 10; break; } c += 1; } break; } default: break; } c += 100; } return c;"],
    ['number', "let c = 0; for (const a of items) { switch (a.key) { case 'a': switch (n) { case 1: continue; default: break; } break; default: c += 2; break; } c += 100; } return c;"],
    ['boolean', 'if (!(list.some((x, i) => x > i) && !flag)) { return !(m === null || m > 3); } return (n < 3) === flag;'],
    ['number', 'return n - (m ?? 1) - (n - -n) - -(-n) + (flag ? 1 : 2) * 3;'],
    ['number', 'return m ?? n - 1;'],
    ['number', "switch (kind) { case 'a': default: case 'b': return BY[kind]; case 'c': return 2; }"],
    ['number', 'return list.reduce(restOf, 3) + list.map(restOf).reduce((a, b) => a + b, 0);'],
    ['readonly Item[]', 'return items.toSorted((a, b) => a.id === b.id ? RANKS.indexOf(a.key) - RANKS.indexOf(b.key) : b.id - a.id);'],
    ['string', 'const [x, y] = pairs[0] ?? [n, t]; return pairs.map(([a, b]) => `${b}${a}`).join(`,`) + `${x}${y}`;'],
    ['{readonly id: number; readonly x: number; readonly y: number}', 'const r = {x: 1, y: n}; const o = {id: 2, ...r, x: 3}; return {...o, ...r, y: o.x};'],
    ['Item | null', 'let hit = maybe; for (const item of items) { const other = items.find(x => x.id === item.id && x.key === kind) ?? null; if (other === null) { continue; } hit = {...other, end: hit?.end ?? null}; } return hit;'],
    ['number', 'return Math.max(...list, n, -n) - Math.min(0, ...list.map(x => -x)) + Math.floor(n / -7) + Math.ceil(-n / 3) + Math.trunc(-n / 7) + n % -3;'],
    ['readonly number[]', 'return items.map(({id, inner}) => ({id, n: inner.n})).filter(({id}) => items.some(other => other.id === id && list.some(x => x !== other.id))).map(({id}) => id);'],
];

test('shapes in which the two languages once differed, or might, answer the same', async () => {
    const {taken, differences} = await holdTogether(BODIES.map(([gives, body]) => `${AROUND}${gives} {\n    ${body}\n}\n`), 200, 7);
    expect(differences).toEqual([]);
    expect(taken).toHaveLength(BODIES.length);
});
