import type {Facts} from './facts.ts';
import {DAY, isReminder, rungOf, type Signal} from './signals.ts';

/** The number of days that a message of a signal speaks of: since access opened or the last visit, or until access ends. */
export function daysOf(signal: Signal, facts: Facts, now: number): number {
    if (rungOf(signal) !== null) {
        return facts.end === null ? 0 : Math.max(0, Math.ceil((facts.end - now) / DAY));
    }
    return Math.max(0, Math.floor((now - sinceWhen(signal, facts, now)) / DAY));
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
