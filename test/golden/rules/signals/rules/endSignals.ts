/** Which of the signals before the end of an access is due. */
import {DAY, HOUR} from './durations.ts';

export type EndSignal = 'beforeend' | 'nearend' | 'lastcall';

/** A signal is due while more than `after` and at most `up_to` seconds are left. */
type Step = {readonly signal: EndSignal; readonly after: number; readonly up_to: number};

/** The windows before the end, nearest first. */
const LADDER: readonly Step[] = [
    {signal: 'lastcall', after: 0, up_to: DAY},
    {signal: 'nearend', after: DAY, up_to: 3 * DAY},
    {signal: 'beforeend', after: 3 * DAY, up_to: 7 * DAY + 12 * HOUR},
];

/**
 * The end signal that is due for an access that ends at `end`, or null. Only the nearest one counts.
 *
 * @param end when the access ends; null where it does not
 */
export function dueEndSignal(end: number | null, now: number, enabled: readonly EndSignal[]): EndSignal | null {
    if (end === null) {
        return null;
    }
    const left = end - now;
    return LADDER.find(step => enabled.includes(step.signal) && left > step.after && left <= step.up_to)?.signal ?? null;
}

/** When `signal` becomes due for an access that ends at `end`; null where no step of the ladder has it. */
export function dueFrom(signal: EndSignal, end: number): number | null {
    const step = LADDER.find(({signal: name}) => name === signal) ?? null;
    return step === null ? null : end - step.up_to;
}

/** Whether any signal but the last call is on. */
export function warnsEarly(enabled: readonly EndSignal[]): boolean {
    return enabled.some(signal => signal !== 'lastcall');
}
