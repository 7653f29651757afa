import {DAY} from './signals.ts';

/** The shortest delay is a day, the longest a year. */
export const LONGEST_DELAY = 365 * DAY;

/** A delay within its bounds. */
export function delayWithin(delay: number): number {
    return Math.min(LONGEST_DELAY, Math.max(DAY, delay));
}

/** When the second call comes: the first one, where it is on, always has a day before it. */
export function secondCallAfter(isFirstOn: boolean, first: number, second: number): number {
    return isFirstOn ? Math.max(second, first + DAY) : second;
}
