import type {Facts, Settings} from './facts.ts';
import type {Signal} from './signals.ts';
import {spanOf} from './span.ts';
import {quietUntil} from './urgency.ts';
import {verdictOf} from './verdict.ts';

/** How far a mail came before it failed; with `none` it did not come to its output at all, since another one failed before. */
export type Stage = 'none' | 'address' | 'local' | 'connect' | 'sender' | 'recipient' | 'data' | 'end';

/**
 * What a failed delivery says: the code of SMTP, 0 without an answer, and what that is about by RFC 3463 (1 address, 2 mailbox,
 * 7 policy).
 */
export type Answer = {readonly stage: Stage; readonly code: number; readonly about: number};

/** Why a mail was not sent. */
export type Cause = 'address' | 'refused' | 'policy' | 'busy' | 'connection' | 'noanswer' | 'local' | 'output';

/** What that means for the person: never again, try again, or nobody knows whether it arrived. */
export type Meaning = 'final' | 'again' | 'unsure';

/** What a run does after a failure: goes on, looks whether the server is well, or ends. */
export type Step = 'on' | 'look' | 'end';

/** Seconds after which a mail is tried again, by how often it was tried; the last one repeats. */
export const PAUSES: readonly number[] = [900, 3600, 14400, 43200, 86400];

/** A last try is made this long before a signal is of no more use. */
const LAST_TRY = 3600;

/** After so many failures in a row of the same cause, the run looks at the server. */
const LOOKS: readonly number[] = [5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560];

/** After so many failures in a row that nobody can be asked about, the run ends. */
const ENOUGH = 5;

/** After so many mails in a row that the server took without an answer, it takes no more. */
const MANY_UNSURE = 3;

/** After so many failures in a row that say nothing of the person, the run ends, whatever the server says when it is asked. */
const TOO_MANY = 40;

/** A run that has waited so many seconds for mails that failed has waited long enough: a server may hang five minutes for each. */
const MOST_LOST = 900;

/** Why a delivery failed. */
export function causeOf(answer: Answer): Cause {
    if (answer.stage === 'none') {
        return 'output';
    }
    if (answer.stage === 'address' || answer.stage === 'local') {
        return answer.stage;
    }
    if (answer.stage === 'connect' || answer.code === 0) {
        return answer.stage === 'end' ? 'noanswer' : 'connection';
    }
    if (answer.code < 500) {
        return 'busy';
    }
    return isAboutPerson(answer) ? 'refused' : 'policy';
}

/** What a cause means for the person. */
export function meaningOf(cause: Cause): Meaning {
    switch (cause) {
        case 'address':
        case 'refused':
            return 'final';
        case 'noanswer':
            return 'unsure';
        default:
            return 'again';
    }
}

/** What the run does after a failure that is the `inarow`th of its cause, `lost` seconds being lost in it to mails that failed. */
export function nextStep(cause: Cause, inarow: number, lost: number): Step {
    if (lost >= MOST_LOST) {
        return 'end';
    }
    switch (cause) {
        case 'address':
        case 'output':
            return 'on';
        case 'local':
            return inarow >= ENOUGH ? 'end' : 'on';
        case 'noanswer':
            return inarow >= MANY_UNSURE ? 'end' : 'look';
        case 'connection':
            return inarow >= ENOUGH ? 'end' : 'look';
        case 'refused':
            return LOOKS.includes(inarow) ? 'look' : 'on';
        default:
            if (inarow >= TOO_MANY) {
                return 'end';
            }
            return LOOKS.includes(inarow) ? 'look' : 'on';
    }
}

/** When a mail that was tried `tries` times is tried again; null where its signal is of no use by then. */
export function nextTry(tries: number, now: number, until: number | null): number | null {
    const next = now + (PAUSES[Math.min(Math.max(tries, 1), PAUSES.length) - 1] ?? 86400);
    if (until === null || next < until) {
        return next;
    }
    const last = until - LAST_TRY;
    return last >= now + 900 ? last : null;
}

/** Until when a signal that was claimed for a date is of use; null where it has no end. A repetition gives way to the next one. */
export function worthUntil(signal: Signal, anchor: number, facts: Facts, settings: Settings): number | null {
    const span = spanOf(signal, facts, settings);
    const closes = span === null ? null : span.closes;
    if (signal !== 'inactive') {
        return closes;
    }
    const repeats = anchor + settings.inactiveevery;
    return closes === null ? repeats : Math.min(closes, repeats);
}

/** Whether a mail that waits for another try is still what its receiver should be told, now or an hour after another mail. */
export function isStillWanted(signal: Signal, anchor: number, facts: Facts, settings: Settings, now: number): boolean {
    const verdict = verdictOf(signal, withoutIt(signal, anchor, facts), settings, now, false);
    return (verdict.reason === 'accepted' || verdict.reason === 'justtold') && verdict.anchor === anchor;
}

/** The moment from which a mail may be tried again, as far as other mails about the course go. */
export function mayFollowFrom(signal: Signal, anchor: number, facts: Facts): number {
    return quietUntil(withoutIt(signal, anchor, facts));
}

/** What is known apart from one message. */
function withoutIt(signal: Signal, anchor: number, facts: Facts): Facts {
    return {...facts, sent: facts.sent.filter(one => one.signal !== signal || one.anchor !== anchor)};
}

/** A refusal is about the person where the receiver is named, unless it is policy; at the end of the mail only if it says so. */
function isAboutPerson(answer: Answer): boolean {
    const says = answer.about === 1 || answer.about === 2;
    return answer.stage === 'recipient' ? says || answer.about === 0 : says && answer.stage === 'end';
}
