import type {Facts} from './facts.ts';
import {DAY, isReminder, rungOf, type Signal} from './signals.ts';

/** The number of days that a message of a signal speaks of: since access opened or the last visit, or until access ends. */
export function daysOf(signal: Signal, facts: Facts, now: number): number {
    if (rungOf(signal) !== null) {
        return facts.end === null ? 0 : Math.max(0, Math.ceil((facts.end - now) / DAY));
    }
    return Math.max(0, Math.floor((now - sinceWhen(signal, facts, now)) / DAY));
}

/** How many days, in words: languages say none, one and many in ways of their own. */
export type Plural = 'none' | 'one' | 'many';

/** Which words a number of days is said in. */
export function pluralOf(days: number): Plural {
    if (days === 0) {
        return 'none';
    }
    return days === 1 ? 'one' : 'many';
}

/** The moment that a message looks back on. */
function sinceWhen(signal: Signal, facts: Facts, now: number): number {
    if (signal === 'closed') {
        return facts.end ?? now;
    }
    if (signal === 'completed') {
        return facts.completed ?? now;
    }
    return isReminder(signal) ? (facts.lastaccess ?? facts.start) : facts.start;
}
