import type {Vectors} from '../../../test/rules/vectors.ts';
import {DAY, NOW, leaver, newcomer} from './sample.ts';

export const vectors: Vectors<typeof import('../rules/days.ts')> = {
    daysOf: [
        {why: 'days since access opened', given: ['secondcall', {...newcomer, start: NOW - 14 * DAY - 5}, NOW], gives: 14},
        {why: 'days since the last visit', given: ['inactive', leaver(9), NOW], gives: 1},
        {why: 'days since the start for those who never came', given: ['inactive', {...newcomer, start: NOW - 3 * DAY}, NOW], gives: 3},
        {why: 'days that are left, begun ones counted', given: ['oneweeknearend', {...leaver(6), end: NOW + 6 * DAY + 1}, NOW], gives: 7},
        {why: 'days since the end', given: ['closed', leaver(-2), NOW], gives: 2},
        {why: 'days since completion', given: ['completed', {...newcomer, completed: NOW - DAY}, NOW], gives: 1},
        {why: 'never less than none', given: ['firstassign', {...newcomer, start: NOW + 9 * DAY}, NOW], gives: 0},
    ],
    pluralOf: [
        {why: 'no day at all', given: [0], gives: 'none'},
        {why: 'a single day', given: [1], gives: 'one'},
        {why: 'some days', given: [10], gives: 'many'},
    ],
};
