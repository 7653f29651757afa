/** Lengths of time, in seconds. */

/** One hour. */
export const HOUR = 60 * 60;

/** One day, as cron counts it. */
export const DAY = 24 * HOUR;

/** Whole days in `seconds`, rounded down. */
export function wholeDays(seconds: number): number {
    return Math.floor(seconds / DAY);
}
