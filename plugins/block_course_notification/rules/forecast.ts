/**
 * The mails of the days to come, counted from groups of learners who share the same dates.
 *
 * Days are whole numbers and today is 0. Nobody is expected to come, to enrol or to complete meanwhile. A day counts as one
 * moment: of two mails that meet on it, the more urgent one speaks for the other. What waits for the hours in which mails leave,
 * or for its turn where there are more than a run may send, counts for the day on which it falls due.
 */
import {planOf, speaksFor, type Due} from './due.ts';
import type {Facts, Sent, Settings} from './facts.ts';
import {DAY, SIGNALS, isAboutEnd, isForNewcomers, type Signal} from './signals.ts';

/** Learners of a course who share the same dates, as days. */
export type LearnerGroup = {
    readonly start: number;
    readonly end: number | null;
    readonly seen: number | null;
    readonly completed: number | null;
    /** What they were told about these very dates. */
    readonly sent: readonly Signal[];
    /** When they were last called or told of their inactivity. */
    readonly reminded: number | null;
    readonly optedout: readonly Signal[];
    readonly count: number;
};

export type SignalCount = {readonly signal: Signal; readonly count: number};
export type ForecastDay = {readonly day: number; readonly counts: readonly SignalCount[]};

/** Signals that are drawn together. */
export type Family = 'start' | 'presence' | 'end';

type Mail = {readonly day: number; readonly signal: Signal; readonly count: number};

/** The families, in the order in which they are drawn. */
export const FAMILIES: readonly Family[] = ['start', 'presence', 'end'];

/** How many mails of each signal leave on each of the days, which are 0, 1, 2 and so on. */
export function forecastOf(groups: readonly LearnerGroup[], settings: Settings, days: readonly number[]): readonly ForecastDay[] {
    const mails = groups.flatMap(group => mailsOf(group, settings, days));
    return days.map(day => ({day, counts: countsOf(mails.filter(mail => mail.day === day))}));
}

/** All mails of one day. */
export function daySum(day: ForecastDay): number {
    return day.counts.reduce((sum, entry) => sum + entry.count, 0);
}

/** The mails of one day that are drawn together. */
export function familyCount(day: ForecastDay, family: Family): number {
    return day.counts.reduce((sum, entry) => sum + (familyOf(entry.signal) === family ? entry.count : 0), 0);
}

/** The mails of one signal over all days. */
export function signalCount(days: readonly ForecastDay[], signal: Signal): number {
    return days
        .flatMap(day => day.counts)
        .reduce((sum, entry) => sum + (entry.signal === signal ? entry.count : 0), 0);
}

/** Where a signal is drawn. */
export function familyOf(signal: Signal): Family {
    if (signal === 'inactive') {
        return 'presence';
    }
    return isForNewcomers(signal) ? 'start' : 'end';
}

/** The mails by signal, each signal once. */
function countsOf(mails: readonly Mail[]): readonly SignalCount[] {
    return SIGNALS.map(signal => ({
        signal,
        count: mails.reduce((sum, mail) => sum + (mail.signal === signal ? mail.count : 0), 0),
    }));
}

/** Every mail that the learners of one group get: the plan of today, and a new one after each mail. */
function mailsOf(group: LearnerGroup, settings: Settings, days: readonly number[]): readonly Mail[] {
    const mails: Mail[] = [];
    let facts = factsOf(group);
    let plan = planOf(facts, settings, 0);
    for (const day of days) {
        const due = plan.filter(entry => entry.timedue < (day + 1) * DAY);
        if (due.length > 0) {
            for (const entry of due) {
                mails.push({day, signal: entry.signal, count: group.count});
            }
            facts = afterSending(facts, settings, due, day);
            plan = planOf(facts, settings, (day + 1) * DAY);
        }
    }
    return mails;
}

/** What is known of one of the group. */
function factsOf(group: LearnerGroup): Facts {
    const reminded: readonly Sent[] =
        group.reminded === null ? [] : [{signal: 'inactive', anchor: 0, time: group.reminded * DAY, mailed: false}];
    return {
        active: true,
        hidden: false,
        excluded: false,
        optedout: group.optedout,
        start: group.start * DAY,
        end: secondsOf(group.end),
        lastaccess: secondsOf(group.seen),
        completed: secondsOf(group.completed),
        sent: [...reminded, ...group.sent.map(signal => sentOf(group, signal))],
    };
}

/** A mail of the past, under the date that its signal hangs on; when it left is counted by `reminded`. */
function sentOf(group: LearnerGroup, signal: Signal): Sent {
    return {signal, anchor: anchorDay(group, signal) * DAY, time: -4000 * DAY, mailed: false};
}

/** The day that a signal hangs on. */
function anchorDay(group: LearnerGroup, signal: Signal): number {
    if (isAboutEnd(signal)) {
        return group.end ?? 0;
    }
    return signal === 'completed' ? (group.completed ?? 0) : group.start;
}

/** The beginning of a day, today's being 0. */
function secondsOf(day: number | null): number | null {
    return day === null ? null : day * DAY;
}

/** What is known once the mails of a day have left, with what they spoke for. */
function afterSending(facts: Facts, settings: Settings, due: readonly Due[], day: number): Facts {
    const time = day * DAY;
    const sent = due.map(entry => ({signal: entry.signal, anchor: entry.anchor, time, mailed: true}));
    const spoken = due
        .flatMap(entry => speaksFor(entry.signal, facts, settings, time))
        .map(entry => ({signal: entry.signal, anchor: entry.anchor, time, mailed: false}));
    return {...facts, sent: [...facts.sent, ...sent, ...spoken]};
}
