import {planOf} from './due.ts';
import type {Facts, Settings} from './facts.ts';
import {CALLS, isAboutEnd, type Signal} from './signals.ts';

/** What a person who asks "when is this learner written to?" is told first. */
export type Prospect =
    | 'noenrolment'
    | 'hidden'
    | 'excluded'
    | 'off'
    | 'optedout'
    | 'waiting'
    | 'completed'
    | 'nothing'
    | 'now'
    | 'start'
    | 'call'
    | 'inactive'
    | 'end';

/** The next message and its moment; without one, why there is none. */
export type Outlook = {readonly prospect: Prospect; readonly signal: Signal | null; readonly time: number};

/** What lies ahead of a learner in one thought: the message that comes first, if nothing changes. */
export function outlookOf(facts: Facts, settings: Settings, now: number): Outlook {
    const nobody = unreachable(facts, settings);
    if (nobody !== 'nothing') {
        return {prospect: nobody, signal: null, time: 0};
    }
    const plan = planOf(facts, settings, now);
    const first = plan.at(0) ?? null;
    if (first === null) {
        return {prospect: facts.completed === null ? 'nothing' : 'completed', signal: null, time: 0};
    }
    const next = plan.reduce((earliest, due) => (due.timedue < earliest.timedue ? due : earliest), first);
    return {prospect: next.timedue <= now ? 'now' : prospectOf(next.signal), signal: next.signal, time: next.timedue};
}

/** Why no message at all can reach a learner; 'nothing' where one could. */
function unreachable(facts: Facts, settings: Settings): Prospect {
    if (!facts.active) {
        return 'noenrolment';
    }
    if (facts.hidden) {
        return 'hidden';
    }
    if (facts.excluded) {
        return 'excluded';
    }
    if (settings.on.length === 0) {
        return 'off';
    }
    if (settings.on.every(signal => facts.optedout.includes(signal))) {
        return 'optedout';
    }
    return settings.waiting ? 'waiting' : 'nothing';
}

/** What a message waits for. */
export function prospectOf(signal: Signal): Prospect {
    if (CALLS.includes(signal)) {
        return 'call';
    }
    if (signal === 'inactive') {
        return 'inactive';
    }
    return isAboutEnd(signal) ? 'end' : 'start';
}
