import type {Vectors} from '../../../test/rules/vectors.ts';
import {DAY} from './sample.ts';

export const vectors: Vectors<typeof import('../rules/delays.ts')> = {
    delayWithin: [
        {why: 'a week', given: [7 * DAY], gives: 7 * DAY},
        {why: 'nothing is a day', given: [0], gives: DAY},
        {why: 'more than a year is a year', given: [400 * DAY], gives: 365 * DAY},
    ],
    secondCallAfter: [
        {why: 'it comes later anyway', given: [true, 7 * DAY, 14 * DAY], gives: 14 * DAY},
        {why: 'it would come before the first one', given: [true, 20 * DAY, 14 * DAY], gives: 21 * DAY},
        {why: 'there is no first one', given: [false, 20 * DAY, 14 * DAY], gives: 14 * DAY},
    ],
};
