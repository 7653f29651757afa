import type {Vectors} from '../../../test/rules/vectors.ts';
import {DAY, NOW, leaver, newcomer, settings} from './sample.ts';

export const vectors: Vectors<typeof import('../rules/due.ts')> = {
    planOf: [
        {
            why: 'a newcomer is greeted, called twice, and called inactive a week after the second call',
            given: [newcomer, settings, NOW],
            gives: [
                {signal: 'firstassign', anchor: NOW, timedue: NOW},
                {signal: 'firstcall', anchor: NOW, timedue: NOW + 7 * DAY},
                {signal: 'secondcall', anchor: NOW, timedue: NOW + 14 * DAY},
                {signal: 'inactive', anchor: NOW + 21 * DAY, timedue: NOW + 21 * DAY},
            ],
        },
        {
            why: 'what is due already keeps its own moment',
            given: [{...newcomer, start: NOW - 8 * DAY}, {...settings, on: ['firstcall']}, NOW],
            gives: [{signal: 'firstcall', anchor: NOW - 8 * DAY, timedue: NOW - DAY}],
        },
        {
            why: 'a ladder, step by step, to the end',
            given: [leaver(10), settings, NOW],
            gives: [
                {signal: 'twoweeksnearend', anchor: NOW + 10 * DAY, timedue: NOW - 4 * DAY},
                {signal: 'oneweeknearend', anchor: NOW + 10 * DAY, timedue: NOW + 3 * DAY},
                {signal: 'fivedaystoend', anchor: NOW + 10 * DAY, timedue: NOW + 5 * DAY},
                {signal: 'threedaystoend', anchor: NOW + 10 * DAY, timedue: NOW + 7 * DAY},
                {signal: 'onedaytoend', anchor: NOW + 10 * DAY, timedue: NOW + 9 * DAY},
                {signal: 'closed', anchor: NOW + 10 * DAY, timedue: NOW + 10 * DAY},
            ],
        },
        {why: 'a visit pushes inactivity back', given: [{...newcomer, start: 0, lastaccess: NOW}, {...settings, on: ['inactive']}, NOW], gives: [{signal: 'inactive', anchor: NOW + 14 * DAY, timedue: NOW + 14 * DAY}]},
        {why: 'who is excluded has nothing ahead', given: [{...newcomer, excluded: true}, settings, NOW], gives: []},
           {
            why: 'where two meet, the more urgent one is planned',
            given: [{...newcomer, end: NOW + 14 * DAY}, {...settings, on: ['firstassign', 'twoweeksnearend']}, NOW],
            gives: [{signal: 'firstassign', anchor: NOW, timedue: NOW}],
        },
        {
            why: 'less than an hour after the more urgent one is too near',
            given: [{...newcomer, start: NOW + 1, lastaccess: NOW - 13 * DAY + 3599, end: NOW + 15 * DAY}, {...settings, inactiveafter: 14 * DAY, on: ['inactive', 'twoweeksnearend']}, NOW],
            gives: [{signal: 'twoweeksnearend', anchor: NOW + 15 * DAY, timedue: NOW + DAY}],
        },
        {
            why: 'what falls due within the hour after a less urgent mail waits until it is over',
            given: [{...leaver(1), sent: [{signal: 'inactive', anchor: 5, time: NOW - 60, mailed: true}]}, {...settings, on: ['onedaytoend']}, NOW],
            gives: [{signal: 'onedaytoend', anchor: NOW + DAY, timedue: NOW + 3540}],
        },
        {why: 'a course that waits for a choice has nothing ahead', given: [newcomer, {...settings, waiting: true}, NOW], gives: []},
    ],
    speaksFor: [
        {
            why: 'a welcome speaks for an end two weeks away, and for no call of next week',
            given: ['firstassign', {...newcomer, end: NOW + 14 * DAY}, settings, NOW],
            gives: [{signal: 'twoweeksnearend', anchor: NOW + 14 * DAY, timedue: NOW}],
        },
        {
            why: 'the least urgent one speaks for nothing',
            given: ['inactive', {...newcomer, end: NOW + 14 * DAY}, settings, NOW],
            gives: [],
        },
    ],
};
