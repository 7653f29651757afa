/** One rule for each thing that can be done with a list. */

export type Role = 'student' | 'teacher' | 'manager';

export type Learner = {readonly id: number; readonly role: Role; readonly name: string; readonly seen: number | null};

/** Who is shown first. */
const RANKS: readonly Role[] = ['manager', 'teacher', 'student'];

/** Those who were seen since `moment`. */
export function seenSince(learners: readonly Learner[], moment: number): Learner[] {
    return learners.filter(learner => learner.seen !== null && learner.seen >= moment);
}

/** Every second one, counted from the first. */
export function everySecond(ids: readonly number[]): number[] {
    return ids.filter((_id, index) => index % 2 === 0);
}

/** The names as they are listed: "1. Ana". */
export function numberedNames(learners: readonly Learner[]): string[] {
    return learners.map((learner, position) => `${position + 1}. ${learner.name}`);
}

/** The first learner with this role, or null. */
export function firstWith(role: Role, learners: readonly Learner[]): Learner | null {
    return learners.find(learner => learner.role === role) ?? null;
}

/** The id of the first learner that was never seen, or 0. */
export function firstUnseenId(learners: readonly Learner[]): number {
    const id = learners.find(learner => learner.seen === null)?.id ?? 0;
    return id;
}

/** When the first student was seen, or `otherwise`; a student who was never seen counts as none. */
export function firstStudentSeen(learners: readonly Learner[], otherwise: number): number {
    return learners.find(({role}) => role === 'student')?.seen ?? otherwise;
}

/** Whether all have been seen. */
export function allSeen(learners: readonly Learner[]): boolean {
    return learners.every(learner => learner.seen !== null);
}

/** Whether nobody teaches here, or everybody is known by name. */
export function isQuiet(learners: readonly Learner[]): boolean {
    return !learners.some(learner => learner.role === 'teacher') || learners.every(learner => learner.name !== '');
}

/** Whether all ids are below the limit and none is the forbidden one. */
export function allBelow(ids: readonly number[], limit: number, forbidden: number): boolean {
    return ids.every(id => id < limit) && !ids.some(id => !(id !== forbidden));
}

/** Whether no id passes the limit. */
export function noneAbove(ids: readonly number[], limit: number): boolean {
    return ids.every(id => !(id > limit));
}

/** Highest rank first; within a rank the lowest id first, and equal ones as they came. */
export function ranked(learners: readonly Learner[]): Learner[] {
    return learners.toSorted((a, b) => (rank(a) === rank(b) ? a.id - b.id : rank(a) - rank(b)));
}

/** The place of a learner's role in the order of ranks. */
function rank(learner: Learner): number {
    return RANKS.indexOf(learner.role);
}

/** The `count` largest ids, the largest first. */
export function largest(ids: readonly number[], count: number): number[] {
    const sorted = ids.toSorted((a, b) => b - a);
    return sorted.slice(0, count);
}

/** The lowest and the highest id of those with a name; null where there is none. */
export function idRange(learners: readonly Learner[]): readonly [number, number] | null {
    const named = learners.filter(learner => learner.name !== '').toSorted((a, b) => a.id - b.id);
    const low = named[0] ?? null;
    const high = named.at(-1) ?? null;
    return low === null || high === null ? null : [low.id, high.id];
}

/** All ids, those of `others` behind. */
export function together(ids: readonly number[], others: readonly number[]): number[] {
    return [0, ...ids.concat(others), ids.length + others.length];
}

/** The sum of the ids. */
export function total(ids: readonly number[]): number {
    return ids.reduce((sum, id) => sum + id, 0);
}

/** The ids of all groups in one list, each group from its end. */
export function flattened(groups: readonly (readonly number[])[]): number[] {
    return groups.flatMap(group => group.toReversed());
}

/** One page of ids. */
export function page(ids: readonly number[], from: number, size: number): number[] {
    return ids.slice(from).slice(0, size);
}

/** All but the first and the last one. */
export function inner(ids: readonly number[]): number[] {
    return ids.slice(1).slice(0, -1);
}

/** The second and the third one. */
export function secondAndThird(ids: readonly number[]): number[] {
    return ids.slice(1, 3);
}

/** Where `text` stands in the list, -1 where it does not. */
export function positionOf(text: string, texts: readonly string[]): number {
    return texts.indexOf(text);
}

/** Whether `id` is in the list; null looks for null. */
export function holds(ids: readonly (number | null)[], id: number | null): boolean {
    return ids.includes(id);
}

/** The texts that are in both lists, joined. */
export function common(texts: readonly string[], others: readonly string[]): string {
    return texts.filter(text => others.includes(text)).join(', ');
}

/** The item at `index`, or -1 where there is none. */
export function itemAt(ids: readonly number[], index: number): number {
    return ids[index] ?? -1;
}

/** Each text twice, by a function that is handed over. */
export function doubled(texts: readonly string[]): string[] {
    return texts.map(twice);
}

/** `text` and `text` again. */
function twice(text: string): string {
    return text + text;
}
