import type {Facts, Settings} from './facts.ts';
import {rungOf, type Signal} from './signals.ts';

/** When a signal may be sent: from `opens`, and before `closes` unless that is null. It is remembered with `anchor`. */
export type Span = {readonly anchor: number; readonly opens: number; readonly closes: number | null};

/** How long `firstassign` and the second call are worth sending. */
export const FRESH = 604800;

/** How long it is worth saying that access has ended or a course was completed. */
export const NEWS = 1296000;

/** The span of a signal, or null where it has none: no end to announce, or no completion. */
export function spanOf(signal: Signal, facts: Facts, settings: Settings): Span | null {
    if (signal === 'completed') {
        return facts.completed === null
            ? null
            : {anchor: facts.completed, opens: facts.completed, closes: facts.completed + NEWS + 1};
    }
    if (signal === 'inactive') {
        return inactiveSpan(facts, settings);
    }
    if (signal === 'firstassign') {
        return fromStart(facts, 0, FRESH);
    }
    if (signal === 'firstcall') {
        return fromStart(facts, settings.firstcallafter, settings.secondcallafter);
    }
    if (signal === 'secondcall') {
        return fromStart(facts, settings.secondcallafter, settings.secondcallafter + FRESH);
    }
    return facts.end === null ? null : endSpan(signal, facts.start, facts.end);
}

/** A span that is counted from the start of access and never passes its end. */
function fromStart(facts: Facts, after: number, before: number): Span {
    const closes = facts.start + before;
    return {
        anchor: facts.start,
        opens: facts.start + after,
        closes: facts.end === null ? closes : Math.min(closes, facts.end),
    };
}

/** Nobody is inactive before access opens, even if an earlier access left a visit behind. */
function inactiveSpan(facts: Facts, settings: Settings): Span {
    const opens = Math.max((facts.lastaccess ?? facts.start) + settings.inactiveafter, facts.start);
    return {anchor: opens, opens, closes: facts.end};
}

/** A rung of the ladder, or the news that access has ended; neither before access opens. */
function endSpan(signal: Signal, start: number, end: number): Span {
    const rung = rungOf(signal);
    if (rung === null) {
        return {anchor: end, opens: Math.max(start, end), closes: end + NEWS + 1};
    }
    return {anchor: end, opens: Math.max(start, end - rung.up_to), closes: end - rung.after};
}
