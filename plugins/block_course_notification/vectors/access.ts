import type {Vectors} from '../../../test/rules/vectors.ts';

export const vectors: Vectors<typeof import('../rules/access.ts')> = {
    accessOf: [
        {why: 'nobody enrolled has access', given: [5, 9, []], gives: {start: 0, end: null}},
        {why: 'a start of 0 means the moment of enrolment', given: [0, 0, [{timestart: 0, timecreated: 7, timeend: 0}]], gives: {start: 7, end: null}},
        {why: 'the course opens later than the enrolment', given: [10, 0, [{timestart: 4, timecreated: 1, timeend: 0}]], gives: {start: 10, end: null}},
        {
            why: 'the earliest start and the latest end of two enrolments count',
            given: [0, 0, [{timestart: 4, timecreated: 1, timeend: 20}, {timestart: 3, timecreated: 2, timeend: 30}]],
            gives: {start: 3, end: 30},
        },
        {
            why: 'one enrolment without end leaves the end of the course',
            given: [0, 25, [{timestart: 4, timecreated: 1, timeend: 20}, {timestart: 3, timecreated: 2, timeend: 0}]],
            gives: {start: 3, end: 25},
        },
        {
            why: 'one enrolment without end in a course without end never ends',
            given: [0, 0, [{timestart: 4, timecreated: 1, timeend: 20}, {timestart: 3, timecreated: 2, timeend: 0}]],
            gives: {start: 3, end: null},
        },
        {why: 'the enrolment ends before the course', given: [0, 25, [{timestart: 4, timecreated: 1, timeend: 20}]], gives: {start: 4, end: 20}},
    ],    createdFirst: [
        {why: 'nothing was dropped', given: [7, null], gives: 7},
        {why: 'dropped at night and back in the morning is the same access', given: [100_000, {timecreated: 7, timedropped: 90_000}], gives: 7},
        {why: 'after exactly thirty days it still is', given: [2_592_009, {timecreated: 7, timedropped: 9}], gives: 7},
        {why: 'a second later it is another one', given: [2_592_010, {timecreated: 7, timedropped: 9}], gives: 2_592_010},
        {why: 'one enrolment of two was dropped, and the other is the older', given: [7, {timecreated: 50, timedropped: 90}], gives: 7},
    ],
};
