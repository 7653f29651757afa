import type {Facts, Settings} from './facts.ts';
import {CALLS, SIGNALS, type Signal} from './signals.ts';
import {spanOf} from './span.ts';
import {APART, URGENCY, isMoreUrgent, quietUntil} from './urgency.ts';
import {freeAgain, verdictOf} from './verdict.ts';

/** A signal that can still concern a learner, the date it hangs on and the moment it falls due. */
export type Due = {readonly signal: Signal; readonly anchor: number; readonly timedue: number};

/** What lies ahead of a learner, if nothing changes: what is due now, and what falls due later. */
export function planOf(facts: Facts, settings: Settings, now: number): readonly Due[] {
    const all = allDue(facts, settings, now);
    const heard = heardOf(all, now);
    return all.filter(due => heard.includes(due.signal));
}

/** What a mail that is sent now speaks for: all that is less urgent and falls due within the hour. It is remembered as sent. */
export function speaksFor(signal: Signal, facts: Facts, settings: Settings, now: number): readonly Due[] {
    return allDue(facts, settings, now).filter(due => isMoreUrgent(signal, due.signal) && due.timedue < now + APART);
}

/** Every signal that can still concern a learner, as if each were alone. */
function allDue(facts: Facts, settings: Settings, now: number): readonly Due[] {
    const calls = CALLS.flatMap(call => dueOf(call, facts, settings, now));
    return SIGNALS.flatMap(signal => dueOfSignal(signal, calls, facts, settings, now));
}

/** One signal, where the calls are known already. */
function dueOfSignal(signal: Signal, calls: readonly Due[], facts: Facts, settings: Settings, now: number): readonly Due[] {
    if (CALLS.includes(signal)) {
        return calls.filter(call => call.signal === signal);
    }
    return signal === 'inactive' ? inactiveDue(facts, settings, now, calls) : dueOf(signal, facts, settings, now);
}

/** When one signal falls due: a list of one, or an empty one where it never will. */
function dueOf(signal: Signal, facts: Facts, settings: Settings, now: number): readonly Due[] {
    const span = spanOf(signal, facts, settings);
    return span === null ? [] : fromThen({signal, anchor: span.anchor, timedue: span.opens}, facts, settings, now);
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
    return fromThen({signal: 'inactive', anchor: timedue, timedue}, facts, settings, now);
}

/** What may be sent at its moment, or as soon as the hour after another mail is over; nothing where it may not. */
function fromThen(due: Due, facts: Facts, settings: Settings, now: number): readonly Due[] {
    const {reason} = verdictOf(due.signal, facts, settings, Math.max(now, due.timedue), false);
    if (reason === 'accepted' || reason === 'spokenfor') {
        return [due];
    }
    const later = quietUntil(facts);
    const isheld = reason === 'justtold' && verdictOf(due.signal, facts, settings, later, false).reason === 'accepted';
    return isheld ? [{...due, timedue: later}] : [];
}

/** The signals that are heard: for the others a more urgent one speaks, due at the same time or within the hour before. */
function heardOf(all: readonly Due[], now: number): readonly Signal[] {
    const inOrder = URGENCY
        .flatMap(signal => all.filter(due => due.signal === signal))
        .toSorted((a, b) => Math.max(now, a.timedue) - Math.max(now, b.timedue));
    const heard: Due[] = [];
    for (const due of inOrder) {
        const when = Math.max(now, due.timedue);
        if (!heard.some(other => isMoreUrgent(other.signal, due.signal) && when < Math.max(now, other.timedue) + APART)) {
            heard.push(due);
        }
    }
    return heard.map(due => due.signal);
}
