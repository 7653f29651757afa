/** Whole numbers, also below zero and near the largest ones. */

/** Seconds in a week. */
const WEEK = 7 * 86_400;

/** The largest number that both languages tell from its neighbours. */
const LARGEST = 9_007_199_254_740_991;

/** The steps of a scale. */
export const STEPS = [10, 20, 50] as const;

/** How many whole weeks lie between two moments, rounded down. */
export function weeksBetween(start: number, end: number): number {
    return Math.floor((end - start) / WEEK);
}

/** The same, rounded up. */
export function weeksBegun(start: number, end: number): number {
    return Math.ceil((end - start) / WEEK);
}

/** The same, rounded towards zero. */
export function weeksDone(start: number, end: number): number {
    return Math.trunc((end - start) / WEEK);
}

/** The day of the week of a moment, 0 for Thursday, also before 1970. */
export function dayOfWeek(moment: number): number {
    return ((Math.floor(moment / 86400) % 7) + 7) % 7;
}

/** What is left of `amount` after sharing it among at least one. */
export function remainder(amount: number, people: number): number {
    return amount % Math.max(1, people);
}

/** Per cent of `part` in `whole`, rounded half up; 0 where there is nothing. */
export function percent(part: number, whole: number): number {
    return whole <= 0 ? 0 : Math.floor((200 * part + whole) / (2 * Math.max(1, whole)));
}

/** The value within the two bounds. */
export function clamp(value: number, low: number, high: number): number {
    return Math.max(low, Math.min(high, value));
}

/** The largest of the values, at least 0. */
export function peak(values: readonly number[]): number {
    return Math.max(0, ...values);
}

/** How far apart two numbers are. */
export function distance(a: number, b: number): number {
    return Math.abs(a - b);
}

/** Brackets where the order matters. */
export function ordered(a: number, b: number, c: number): number {
    return a - (b - c) - -a + (a - b) * (c % 1000);
}

/** Zero with a sign, as JavaScript makes it. */
export function signedZero(a: number): number {
    return -a * 0;
}

/** Whether nothing larger can be counted. */
export function isLargest(a: number): boolean {
    return a === LARGEST || a === -LARGEST;
}

/** The first step of the scale that holds `value`, or the last one. */
export function step(value: number): number {
    return STEPS.find(size => value <= size) ?? STEPS[2];
}
