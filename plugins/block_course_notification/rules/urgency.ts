import type {Facts} from './facts.ts';
import {SIGNALS, type Signal} from './signals.ts';

/**
 * The signals, the most urgent first: where two of them meet, the first is sent and speaks for the other.
 *
 * What ends within days cannot wait. A welcome goes before an end that is weeks away, so that a short access begins with it.
 */
export const URGENCY: readonly Signal[] = [
    'onedaytoend',
    'threedaystoend',
    'fivedaystoend',
    'closed',
    'completed',
    'firstassign',
    'oneweeknearend',
    'twoweeksnearend',
    'secondcall',
    'firstcall',
    'inactive',
];

/** How far apart two mails about one course are at least, in seconds. */
export const APART = 3600;

/** Whether a signal goes before another. */
export function isMoreUrgent(signal: Signal, than: Signal): boolean {
    return URGENCY.indexOf(signal) < URGENCY.indexOf(than);
}

/** The most urgent of some signals, or null where there are none. */
export function mostUrgent(signals: readonly Signal[]): Signal | null {
    return URGENCY.find(signal => signals.includes(signal)) ?? null;
}

/** What a learner was written about less than an hour ago. */
export function justMailed(facts: Facts, now: number): readonly Signal[] {
    return SIGNALS.filter(signal => facts.sent.some(sent => sent.mailed && sent.signal === signal && sent.time > now - APART));
}

/** The moment from which a learner may be written to again; 0 where nothing was mailed. */
export function quietUntil(facts: Facts): number {
    return facts.sent.reduce((latest, sent) => (sent.mailed ? Math.max(latest, sent.time + APART) : latest), 0);
}
