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
    ],
};
