/** What a learner can be told about a course. */
export type Signal =
    | 'firstassign'
    | 'firstcall'
    | 'secondcall'
    | 'inactive'
    | 'twoweeksnearend'
    | 'oneweeknearend'
    | 'fivedaystoend'
    | 'threedaystoend'
    | 'onedaytoend'
    | 'closed'
    | 'completed';

/** A rung of the ladder to the end of access: it counts while more than `after` and at most `up_to` seconds are left. */
export type Rung = {readonly signal: Signal; readonly after: number; readonly up_to: number};

/** Seconds in a day. */
export const DAY = 86400;

/** All signals, in the order in which they are judged: a call of the same run keeps `inactive` back. */
export const SIGNALS: readonly Signal[] = [
    'firstassign',
    'firstcall',
    'secondcall',
    'inactive',
    'twoweeksnearend',
    'oneweeknearend',
    'fivedaystoend',
    'threedaystoend',
    'onedaytoend',
    'closed',
    'completed',
];

/** The calls to a learner who has never come. */
export const CALLS: readonly Signal[] = ['firstcall', 'secondcall'];

/** The ladder, farthest rung first. */
export const LADDER: readonly Rung[] = [
    {signal: 'twoweeksnearend', after: 604800, up_to: 1209600},
    {signal: 'oneweeknearend', after: 432000, up_to: 604800},
    {signal: 'fivedaystoend', after: 259200, up_to: 432000},
    {signal: 'threedaystoend', after: 86400, up_to: 259200},
    {signal: 'onedaytoend', after: 0, up_to: 86400},
];

/** The rung of a signal, or null where it is none. */
export function rungOf(signal: Signal): Rung | null {
    return LADDER.find(rung => rung.signal === signal) ?? null;
}

/** Whether a signal speaks of the end of access. */
export function isAboutEnd(signal: Signal): boolean {
    return signal === 'closed' || rungOf(signal) !== null;
}

/** Whether a signal is for those only who have never come. */
export function isForNewcomers(signal: Signal): boolean {
    return signal === 'firstassign' || CALLS.includes(signal);
}

/** Whether a signal asks a learner to come: those are kept apart by the repeat time of `inactive`. */
export function isReminder(signal: Signal): boolean {
    return signal === 'inactive' || CALLS.includes(signal);
}

/** Whether an end signal is nearer to the end of access than another; `closed` is nearest of all. */
export function isNearer(signal: Signal, than: Signal): boolean {
    const rung = rungOf(signal);
    const other = rungOf(than);
    if (other === null) {
        return false;
    }
    return signal === 'closed' || (rung !== null && rung.up_to < other.up_to);
}
