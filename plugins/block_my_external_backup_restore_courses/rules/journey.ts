import {isTransient, type Reason} from './reasons.ts';

/** Where a request stands on the way of its course. */
export type State =
    | 'scheduled' | 'asked' | 'preparing' | 'transferring' | 'restoring' | 'enrolling'
    | 'done' | 'failed' | 'cancelled';

/** What a person may do about a request. */
export type Wish = 'retry' | 'cancel' | 'delete';

/** A request as far as its way goes. */
export type Standing = {
    readonly state: State;
    /** How often it met trouble. It is never counted from the beginning again, or a broken backup would be fetched for ever. */
    readonly tries: number;
    /** Whether anything came since the last trouble: a line that is cut again and again brings the course all the same. */
    readonly moved: boolean;
};

/** What becomes of a request after trouble: the state, the tries, and in how many seconds it is looked at again. */
export type Outcome = {readonly state: State; readonly tries: number; readonly wait: number; readonly reason: Reason};

/** Every state, in the order of the way. */
export const STATES: readonly State[] = [
    'scheduled', 'asked', 'preparing', 'transferring', 'restoring', 'enrolling', 'done', 'failed', 'cancelled',
];

/** The states in which nothing more happens by itself. */
export const ENDED: readonly State[] = ['done', 'failed', 'cancelled'];

/** Seconds between tries; after the last one the request fails. */
export const PAUSES: readonly number[] = [60, 300, 1800, 7200, 21600];

/** A worker without a sign of life for so long is dead, where locks outlive their process. */
export const DEATH = 240;

/** A backup that a server has not finished after a day never will be. */
export const LONGEST_PREPARATION = 86400;

/** Whether nothing more happens by itself. */
export function isEnded(state: State): boolean {
    return ENDED.includes(state);
}

/** The state that follows where all goes well. */
export function nextState(state: State): State {
    switch (state) {
        case 'scheduled':
            return 'asked';
        case 'asked':
            return 'preparing';
        case 'preparing':
            return 'transferring';
        case 'transferring':
            return 'restoring';
        case 'restoring':
            return 'enrolling';
        case 'enrolling':
            return 'done';
        default:
            return state;
    }
}

/** What becomes of a request that met trouble: another try, or the end. A cut that brought something does not count. */
export function afterTrouble(standing: Standing, reason: Reason): Outcome {
    const pause = PAUSES[standing.tries] ?? null;
    if (isEnded(standing.state)) {
        return {state: standing.state, tries: standing.tries, wait: 0, reason};
    }
    if (standing.moved && reason === 'transfer_cut') {
        return {state: standing.state, tries: standing.tries, wait: 60, reason};
    }
    if (!isTransient(reason) || pause === null) {
        return {state: 'failed', tries: standing.tries, wait: 0, reason};
    }
    // Nobody knew of the death for some minutes: that was the pause.
    const wait = reason === 'worker_died' ? 0 : pause;
    return {state: stateToRepeat(standing.state, reason), tries: standing.tries + 1, wait, reason};
}

/** Where a request goes on after trouble: a backup that the server holds no more is asked for anew, and so is a broken one. */
export function stateToRepeat(state: State, reason: Reason): State {
    if (reason === 'export_gone' || reason === 'export_broken' || reason === 'backup_failed') {
        return 'asked';
    }
    return state;
}

/** Seconds until the server is asked again whether the backup is ready, by how long it has been waited for. */
export function pollAfter(waited: number): number {
    return Math.max(2, Math.min(30, Math.floor(waited / 4)));
}

/** Whether a wish can be granted in a state. */
export function mayWish(state: State, wish: Wish): boolean {
    switch (wish) {
        case 'retry':
            return state === 'failed' || state === 'cancelled';
        case 'cancel':
            return !isEnded(state);
        default:
            return isEnded(state);
    }
}

/** How far a course has come, in percent, from the state and the share of it that is done (0 to 100). */
export function progressOf(state: State, share: number): number {
    const done = Math.max(0, Math.min(100, share));
    switch (state) {
        case 'scheduled':
        case 'asked':
            return 0;
        case 'preparing':
            return Math.floor(done * 25 / 100);
        case 'transferring':
            return 25 + Math.floor(done * 35 / 100);
        case 'restoring':
            return 60 + Math.floor(done * 38 / 100);
        case 'enrolling':
            return 98;
        default:
            return 100;
    }
}
