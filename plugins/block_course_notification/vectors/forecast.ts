import type {Vectors} from '../../../test/rules/vectors.ts';
import type {ForecastDay, LearnerGroup} from '../rules/forecast.ts';
import type {Settings} from '../rules/facts.ts';
import {SIGNALS, type Signal} from '../rules/signals.ts';

const DAY = 86400;

const settings: Settings = {
    on: ['firstassign', 'firstcall', 'secondcall', 'inactive', 'twoweeksnearend', 'oneweeknearend', 'closed', 'completed'],
    firstcallafter: 7 * DAY,
    secondcallafter: 14 * DAY,
    inactiveafter: 14 * DAY,
    inactiveevery: 7 * DAY,
    endaftercompletion: false,
    waiting: false,
};

const group: LearnerGroup = {start: 0, end: null, seen: null, completed: null, sent: [], reminded: null, optedout: [], count: 3};

/** A day with so many mails of some signals, and none of the others. */
const dayOf = (day: number, counts: Partial<Record<Signal, number>>): ForecastDay =>
    ({day, counts: SIGNALS.map(signal => ({signal, count: counts[signal] ?? 0}))});

const busy = dayOf(0, {firstassign: 2, firstcall: 1, inactive: 4, closed: 8});

export const vectors: Vectors<typeof import('../rules/forecast.ts')> = {
    forecastOf: [
        {why: 'nobody is told anything where nobody learns', given: [[], settings, [0]], gives: [dayOf(0, {})]},
        {
            why: 'those whose access opens today hear so at once, and are called a week later',
            given: [[group], settings, [0, 1, 2, 3, 4, 5, 6, 7]],
            gives: [dayOf(0, {firstassign: 3}), ...[1, 2, 3, 4, 5, 6].map(day => dayOf(day, {})), dayOf(7, {firstcall: 3})],
        },
        {
            why: 'what was sent for the same dates is not sent again',
            given: [[{...group, sent: ['firstassign']}], settings, [0]],
            gives: [dayOf(0, {})],
        },
        {
            why: 'those who stopped coming are reminded, and again a week later',
            given: [[{...group, start: -60, seen: -14}], settings, [0, 1, 2, 3, 4, 5, 6, 7]],
            gives: [dayOf(0, {inactive: 3}), ...[1, 2, 3, 4, 5, 6].map(day => dayOf(day, {})), dayOf(7, {inactive: 3})],
        },
        {
            why: 'a reminder of five days ago holds the next one back for two more',
            given: [[{...group, start: -60, seen: -30, reminded: -5}], settings, [0, 1, 2]],
            gives: [dayOf(0, {}), dayOf(1, {}), dayOf(2, {inactive: 3})],
        },
        {
            why: 'those who come are told of the end of access twice, and when it has ended',
            given: [[{...group, start: -60, seen: -1, end: 8}], settings, [0, 1, 2, 3, 4, 5, 6, 7, 8]],
            gives: [
                dayOf(0, {twoweeksnearend: 3}),
                dayOf(1, {oneweeknearend: 3}),
                ...[2, 3, 4, 5, 6, 7].map(day => dayOf(day, {})),
                dayOf(8, {closed: 3}),
            ],
        },
        {
            why: 'a mail about the end speaks for inactivity, which counts again from there',
            given: [[{...group, start: -60, seen: -14, end: 14}], settings, [0, 1, 2, 3, 4, 5, 6, 7, 8]],
            gives: [dayOf(0, {twoweeksnearend: 3}), ...[1, 2, 3, 4, 5, 6].map(day => dayOf(day, {})), dayOf(7, {oneweeknearend: 3}), dayOf(8, {})],
        },
        {
            why: 'who has turned a notification off gets none',
            given: [[{...group, optedout: ['firstassign']}], settings, [0]],
            gives: [dayOf(0, {})],
        },
        {
            why: 'groups add up',
            given: [[group, {...group, start: -1, count: 4}], settings, [0]],
            gives: [dayOf(0, {firstassign: 7})],
        },
    ],
    daySum: [{why: 'all mails of a day count', given: [busy], gives: 15}],
    familyCount: [
        {why: 'what is sent to newcomers is drawn together', given: [busy, 'start'], gives: 3},
        {why: 'inactivity is drawn by itself', given: [busy, 'presence'], gives: 4},
        {why: 'all that speaks of the end is drawn together', given: [busy, 'end'], gives: 8},
    ],
    signalCount: [{why: 'the mails of all days count', given: [[busy, {...busy, day: 1}], 'inactive'], gives: 8}],
    familyOf: [
        {why: 'a call is for newcomers', given: ['secondcall'], gives: 'start'},
        {why: 'inactivity is about presence', given: ['inactive'], gives: 'presence'},
        {why: 'completion is an end', given: ['completed'], gives: 'end'},
    ],
};
