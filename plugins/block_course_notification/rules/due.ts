import type {Facts, Settings} from './facts.ts';
import {CALLS, SIGNALS, type Signal} from './signals.ts';
import {spanOf} from './span.ts';
import {freeAgain, verdictOf} from './verdict.ts';

/** A signal that can still concern a learner, the date it hangs on and the moment it falls due. */
export type Due = {readonly signal: Signal; readonly anchor: number; readonly timedue: number};

/** What lies ahead of a learner, if nothing changes: what is due now, and what falls due later. */
export function planOf(facts: Facts, settings: Settings, now: number): readonly Due[] {
    const calls = CALLS.flatMap(call => dueOf(call, facts, settings, now));
    return SIGNALS.flatMap(signal => planOfSignal(signal, calls, facts, settings, now));
}

/** What lies ahead for one signal, where the calls are known already. */
function planOfSignal(signal: Signal, calls: readonly Due[], facts: Facts, settings: Settings, now: number): readonly Due[] {
    if (CALLS.includes(signal)) {
        return calls.filter(call => call.signal === signal);
    }
    return signal === 'inactive' ? inactiveDue(facts, settings, now, calls) : dueOf(signal, facts, settings, now);
}

/** When one signal falls due: a list of one, or an empty one where it never will. */
function dueOf(signal: Signal, facts: Facts, settings: Settings, now: number): readonly Due[] {
    const span = spanOf(signal, facts, settings);
    if (span === null) {
        return [];
    }
    const verdict = verdictOf(signal, facts, settings, Math.max(now, span.opens), false);
    return verdict.trap === '' ? [{signal, anchor: span.anchor, timedue: span.opens}] : [];
}

/** Inactivity waits until no call, sent or about to be sent, is nearer than its repeat time. */
function inactiveDue(facts: Facts, settings: Settings, now: number, calls: readonly Due[]): readonly Due[] {
    const span = spanOf('inactive', facts, settings);
    if (span === null) {
        return [];
    }
    let timedue = Math.max(span.opens, freeAgain(facts, settings));
    for (const call of calls) {
        const sending = Math.max(call.timedue, now);
        if (sending <= Math.max(timedue, now)) {
            timedue = Math.max(timedue, sending + settings.inactiveevery);
        }
    }
    const verdict = verdictOf('inactive', facts, settings, Math.max(now, timedue), false);
    return verdict.trap === '' ? [{signal: 'inactive', anchor: timedue, timedue}] : [];
}
