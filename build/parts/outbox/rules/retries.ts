import type {Verdict} from './answers.ts';

/** Where a message stands. */
export type State = 'waiting' | 'sending' | 'sent' | 'held' | 'dead' | 'replaced';

/** How often a message was tried in vain, and how often it was refused. */
export type Trials = {readonly tries: number; readonly refusals: number};

/** Where a message stands after an answer, and when it may go again. */
export type Next = Trials & {readonly state: State; readonly timenext: number};

/** How the line to a destination does: trials in vain since the last answer, pauses since then, and until when it rests. */
export type Line = {readonly failures: number; readonly pauses: number; readonly until: number; readonly stopped: boolean};

/** Seconds until the next trial, by how many were made: a minute, and twice as long each time; the last one repeats. */
const PAUSES: readonly number[] = [60, 120, 240, 480, 960, 1920, 3840, 7680, 15360, 21600];

/** No pause is longer. */
const LONGEST = 21600;

/** After so many refusals a message is given up. */
const REFUSALS = 3;

/** After so many trials in vain, one after the other, the line rests. */
const ENOUGH = 5;

/** Seconds until the next trial, a quarter more or less by `jitter` of 1000: not all come back at the same moment. */
export function pauseAfter(tries: number, jitter: number): number {
    const pause = PAUSES[Math.min(Math.max(tries, 0), PAUSES.length - 1)] ?? LONGEST;
    const share = 750 + Math.floor(Math.min(Math.max(jitter, 0), 1000) / 2);
    return Math.min(Math.floor((pause * share) / 1000), LONGEST);
}

/** What becomes of a message. `retryafter` is what the other side asked for, in seconds; 0 for nothing. */
export function nextOf(verdict: Verdict, trials: Trials, now: number, retryafter: number, jitter: number): Next {
    switch (verdict) {
        case 'sent':
            return {...trials, state: 'sent', timenext: 0};
        case 'stop':
            // It is no fault of the message: it keeps its trials.
            return {...trials, state: 'waiting', timenext: now};
        case 'wait':
            return {
                refusals: trials.refusals,
                tries: trials.tries + 1,
                state: 'waiting',
                timenext: now + Math.max(pauseAfter(trials.tries, jitter), Math.min(retryafter, LONGEST)),
            };
        default:
            return {
                refusals: trials.refusals + 1,
                tries: trials.tries,
                state: trials.refusals + 1 >= REFUSALS ? 'dead' : 'waiting',
                timenext: now + pauseAfter(trials.refusals, jitter),
            };
    }
}

/** How the line does after an answer. One that asks for time gets it from all messages. */
export function lineAfter(verdict: Verdict, line: Line, now: number, retryafter: number, jitter: number): Line {
    switch (verdict) {
        case 'stop':
            return {failures: line.failures, pauses: line.pauses, until: 0, stopped: true};
        case 'wait':
            return rested({...line, failures: line.failures + 1}, now, retryafter, jitter);
        default:
            return {failures: 0, pauses: 0, until: 0, stopped: false};
    }
}

/** Whether a trial is made with one message first: the last one was in vain. */
export function isOnTrial(line: Line): boolean {
    return line.pauses > 0;
}

/** A line after a trial in vain. */
function rested(line: Line, now: number, retryafter: number, jitter: number): Line {
    if (retryafter > 0) {
        return {...line, until: Math.max(line.until, now + Math.min(retryafter, LONGEST))};
    }
    if (line.until > now || (line.failures < ENOUGH && line.pauses === 0)) {
        return line;
    }
    return {failures: 0, pauses: line.pauses + 1, until: now + pauseAfter(line.pauses, jitter), stopped: false};
}
