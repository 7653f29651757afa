import type {Facts, Settings} from './facts.ts';
import {CALLS, SIGNALS, isAboutEnd, isForNewcomers, isNearer, isReminder, rungOf, type Signal} from './signals.ts';
import {spanOf, type Span} from './span.ts';
import {isMoreUrgent, justMailed, mostUrgent} from './urgency.ts';

/** The rule that traps a learner, by the letter that admins know; '' is none. */
export type Trap = '' | 'I' | 'F' | 'A' | 'B' | 'C' | 'D' | 'E' | 'G' | 'H';

/** Why, more exactly than the letter says. */
export type Reason =
    | 'accepted'
    | 'off'
    | 'noenrolment'
    | 'hidden'
    | 'excluded'
    | 'optedout'
    | 'coursecompleted'
    | 'accessed'
    | 'alreadysent'
    | 'infinite'
    | 'toofar'
    | 'over'
    | 'outofrange'
    | 'nearer'
    | 'outranked'
    | 'spokenfor'
    | 'recentlycalled'
    | 'justtold'
    | 'waiting';

/** What is decided about one signal for one learner in one course; `anchor` is the date it hangs on, 0 where there is none. */
export type Verdict = {readonly signal: Signal; readonly trap: Trap; readonly reason: Reason; readonly anchor: number};

/** One verdict for each signal, in the order of SIGNALS. Of those that meet, the most urgent speaks for the others. */
export function verdicts(facts: Facts, settings: Settings, now: number): readonly Verdict[] {
    const called = CALLS.some(call => bareReason(call, facts, settings, now, false) === 'accepted');
    const meeting = SIGNALS.filter(signal => bareReason(signal, facts, settings, now, called) === 'accepted');
    const first = mostUrgent(meeting);
    const outranked = meeting.filter(signal => signal !== first);
    return SIGNALS.map(signal => giveWay(verdictOf(signal, facts, settings, now, called), outranked));
}

/** A verdict where some signals give way; what is held back for another reason keeps it. */
function giveWay(verdict: Verdict, outranked: readonly Signal[]): Verdict {
    const gives = outranked.includes(verdict.signal) && verdict.reason !== 'spokenfor' && verdict.reason !== 'justtold';
    return gives ? {...verdict, trap: trapOf('outranked'), reason: 'outranked'} : verdict;
}

/** The verdict on one signal, as if no other were due; `called` says that a call is due in the same run. */
export function verdictOf(signal: Signal, facts: Facts, settings: Settings, now: number, called: boolean): Verdict {
    const bare = bareReason(signal, facts, settings, now, called);
    const reason = bare === 'accepted' ? heldReason(signal, facts, settings, now) : bare;
    return {signal, trap: trapOf(reason), reason, anchor: anchorOf(signal, facts, settings, spanOf(signal, facts, settings))};
}

/** The letter of a reason. */
export function trapOf(reason: Reason): Trap {
    switch (reason) {
        case 'accepted':
            return '';
        case 'coursecompleted':
            return 'F';
        case 'accessed':
            return 'A';
        case 'alreadysent':
            return 'B';
        case 'infinite':
            return 'C';
        case 'toofar':
        case 'over':
            return 'D';
        case 'outofrange':
            return 'E';
        case 'nearer':
        case 'outranked':
        case 'spokenfor':
            return 'G';
        case 'recentlycalled':
        case 'justtold':
        case 'waiting':
            return 'H';
        default:
            return 'I';
    }
}

/** The moment from which the last reminder no longer holds `inactive` back; 0 where nothing was sent. */
export function freeAgain(facts: Facts, settings: Settings): number {
    return facts.sent.reduce(
        (latest, sent) => (isReminder(sent.signal) ? Math.max(latest, sent.time + settings.inactiveevery) : latest),
        0,
    );
}

/** Each repetition of `inactive` hangs on its own moment; every other signal on the date of its span. */
function anchorOf(signal: Signal, facts: Facts, settings: Settings, span: Span | null): number {
    if (span === null) {
        return 0;
    }
    return signal === 'inactive' ? Math.max(span.anchor, freeAgain(facts, settings)) : span.anchor;
}

/** What may hold back a mail that is due: another one not long ago, or a choice that is not made. */
function heldReason(signal: Signal, facts: Facts, settings: Settings, now: number): Reason {
    const mailed = justMailed(facts, now);
    if (mailed.some(other => isMoreUrgent(other, signal))) {
        return 'spokenfor';
    }
    if (mailed.length > 0) {
        return 'justtold';
    }
    return settings.waiting ? 'waiting' : 'accepted';
}

/** The first rule that holds for a signal by itself, in the order of the letters I F A B C D E G H. */
function bareReason(signal: Signal, facts: Facts, settings: Settings, now: number, called: boolean): Reason {
    const span = spanOf(signal, facts, settings);
    const concern = unconcerned(signal, facts, settings);
    if (concern !== 'accepted') {
        return concern;
    }
    if (facts.completed !== null && stopsAtCompletion(signal, settings)) {
        return 'coursecompleted';
    }
    if (facts.lastaccess !== null && isForNewcomers(signal)) {
        return 'accessed';
    }
    if (span === null) {
        return signal === 'completed' ? 'outofrange' : 'infinite';
    }
    if (signal !== 'inactive' && facts.sent.some(sent => sent.signal === signal && sent.anchor === span.anchor)) {
        return 'alreadysent';
    }
    const timing = timingOf(signal, facts, now, span);
    if (timing !== 'accepted') {
        return timing;
    }
    if (facts.sent.some(sent => sent.anchor === span.anchor && isNearer(sent.signal, signal))) {
        return 'nearer';
    }
    if (signal === 'inactive' && (called || freeAgain(facts, settings) > now)) {
        return 'recentlycalled';
    }
    return 'accepted';
}

/** Why a learner is not concerned at all; 'accepted' where nothing says so. */
function unconcerned(signal: Signal, facts: Facts, settings: Settings): Reason {
    if (!facts.active) {
        return 'noenrolment';
    }
    if (facts.hidden) {
        return 'hidden';
    }
    if (facts.excluded) {
        return 'excluded';
    }
    if (!settings.on.includes(signal)) {
        return 'off';
    }
    return facts.optedout.includes(signal) ? 'optedout' : 'accepted';
}

/** Whether a signal is of no use to a learner who has completed the course. */
function stopsAtCompletion(signal: Signal, settings: Settings): boolean {
    return isReminder(signal) || (isAboutEnd(signal) && !settings.endaftercompletion);
}

/** Rules D and E: whether this is the time. */
function timingOf(signal: Signal, facts: Facts, now: number, span: Span): Reason {
    const rung = rungOf(signal);
    if (facts.end !== null && signal !== 'completed') {
        if (isAboutEnd(signal) && now < facts.end - (rung === null ? 0 : rung.up_to)) {
            return 'toofar';
        }
        if (signal !== 'closed' && facts.end <= now) {
            return 'over';
        }
    }
    return now < span.opens || (span.closes !== null && now >= span.closes) ? 'outofrange' : 'accepted';
}
