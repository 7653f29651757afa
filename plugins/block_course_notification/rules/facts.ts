import type {Signal} from './signals.ts';

/** How a course wants its learners told; delays in seconds. */
export type Settings = {
    readonly on: readonly Signal[];
    readonly firstcallafter: number;
    readonly secondcallafter: number;
    readonly inactiveafter: number;
    readonly inactiveevery: number;
    readonly endaftercompletion: boolean;
    /** Nothing is sent until a manager has chosen what becomes of that which is due already. */
    readonly waiting: boolean;
};

/** What a learner was told: which signal, the date it hung on, when, and whether by a mail or only remembered. */
export type Sent = {readonly signal: Signal; readonly anchor: number; readonly time: number; readonly mailed: boolean};

/** All that counts about one learner in one course. */
export type Facts = {
    /** At least one active enrolment, and an account that can be used. */
    readonly active: boolean;
    /** The course or a category above it is hidden. */
    readonly hidden: boolean;
    /** Excluded in the course, or not among those to be notified. */
    readonly excluded: boolean;
    /** Signals that the learner, or the site, has turned off in the message preferences. */
    readonly optedout: readonly Signal[];
    /** Start of access; 0 without an active enrolment. */
    readonly start: number;
    /** End of access, or null where it never ends. */
    readonly end: number | null;
    readonly lastaccess: number | null;
    readonly completed: number | null;
    readonly sent: readonly Sent[];
};
