import type {Vectors} from '../../../test/rules/vectors.ts';

export const vectors: Vectors<typeof import('../rules/shares.ts')> = {
    sharesOf: [
        {why: 'there is room for all', given: [[{courseid: 1, count: 2}, {courseid: 2, count: 3}], 9], gives: [{courseid: 1, count: 2}, {courseid: 2, count: 3}]},
        {why: 'a large course leaves room for a small one', given: [[{courseid: 1, count: 900}, {courseid: 2, count: 3}], 10], gives: [{courseid: 1, count: 7}, {courseid: 2, count: 3}]},
        {why: 'the odd place goes to the course named first', given: [[{courseid: 1, count: 9}, {courseid: 2, count: 9}], 5], gives: [{courseid: 1, count: 3}, {courseid: 2, count: 2}]},
        {why: 'fewer places than courses', given: [[{courseid: 1, count: 9}, {courseid: 2, count: 9}, {courseid: 3, count: 9}], 2], gives: [{courseid: 1, count: 1}, {courseid: 2, count: 1}, {courseid: 3, count: 0}]},
        {why: 'nothing waits', given: [[], 5], gives: []},
    ],
};
