/** One active enrolment; 0 stands for no time. */
export type Enrolment = {readonly timestart: number; readonly timecreated: number; readonly timeend: number};

/** An enrolment that was dropped: when it had been made, and when it went. */
export type Dropped = {readonly timecreated: number; readonly timedropped: number};

/** For how long a dropped enrolment that comes back with the same dates is the same access. */
export const SAME_ACCESS = 2592000;

/** From when and until when a learner may enter a course; `end` is null where access never ends. */
export type Access = {readonly start: number; readonly end: number | null};

/** The access that a course and the active enrolments in it give. Dates of 0 are open. */
export function accessOf(startdate: number, enddate: number, enrolments: readonly Enrolment[]): Access {
    const starts = enrolments.map(enrolment => (enrolment.timestart !== 0 ? enrolment.timestart : enrolment.timecreated));
    const first = starts.at(0) ?? null;
    if (first === null) {
        return {start: 0, end: null};
    }
    const earliest = starts.reduce((earlier, start) => Math.min(earlier, start), first);
    return {start: Math.max(startdate, earliest), end: earlierEnd(enddate, lastEnd(enrolments))};
}

/** The latest end of the enrolments; 0 as soon as one of them has none. */
function lastEnd(enrolments: readonly Enrolment[]): number {
    if (enrolments.some(enrolment => enrolment.timeend === 0)) {
        return 0;
    }
    return enrolments.reduce((last, enrolment) => Math.max(last, enrolment.timeend), 0);
}

/** The earlier of two ends, where 0 is none. */
function earlierEnd(a: number, b: number): number | null {
    if (a === 0) {
        return b === 0 ? null : b;
    }
    return b === 0 ? a : Math.min(a, b);
}

/** When the access began that an enrolment goes on with: one that was dropped not long before and had the same dates. */
export function createdFirst(timecreated: number, dropped: Dropped | null): number {
    if (dropped === null || timecreated - dropped.timedropped > SAME_ACCESS) {
        return timecreated;
    }
    return Math.min(timecreated, dropped.timecreated);
}
