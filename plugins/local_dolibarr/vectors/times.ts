import type {Vectors} from '../../../test/rules/vectors.ts';
import type {Item} from '../rules/times.ts';

const item: Item = {optional: 0, credit: 60, hidden: false, theirs: true, edit: 0, policy: 0, ticked: true, marked: false, declared: 45};
const none = {items: 0, done: 0, minutes: 0, acquired: 0};

export const vectors: Vectors<typeof import('../rules/times.ts')> = {
    kindOf: [
        {why: 'nothing is said, and all counts', given: [false, false], gives: 0},
        {why: 'what completes the course', given: [true, true], gives: 0},
        {why: 'what does not', given: [false, true], gives: 1},
    ],
    isDone: [
        {why: 'the learner ticks', given: [item], gives: true},
        {why: 'a mark alone is no tick', given: [{...item, ticked: false, marked: true}], gives: false},
        {why: 'the teacher marks', given: [{...item, edit: 1, ticked: false, marked: true}], gives: true},
        {why: 'a tick alone is no mark', given: [{...item, edit: 1}], gives: false},
        {why: 'both, and one is missing', given: [{...item, edit: 2}], gives: false},
        {why: 'both', given: [{...item, edit: 2, marked: true}], gives: true},
        {why: 'either: the learner', given: [{...item, edit: 3}], gives: true},
        {why: 'either: the teacher', given: [{...item, edit: 3, ticked: false, marked: true}], gives: true},
        {why: 'either: none', given: [{...item, edit: 3, ticked: false}], gives: false},
    ],
    minutesOf: [
        {why: 'the credit, whatever is declared', given: [item], gives: 60},
        {why: 'less was declared, and more would count', given: [{...item, policy: 1}], gives: 60},
        {why: 'more was declared, and counts', given: [{...item, policy: 1, declared: 90}], gives: 90},
        {why: 'less was declared, and counts', given: [{...item, policy: 2}], gives: 45},
        {why: 'more was declared, and is capped', given: [{...item, policy: 2, declared: 90}], gives: 60},
        {why: 'what is declared', given: [{...item, policy: 3, declared: 90}], gives: 90},
        {why: 'nothing was declared', given: [{...item, policy: 3, declared: 0}], gives: 0},
    ],
    timesOf: [
        {why: 'nothing', given: [[]], gives: {mandatory: none, optional: none}},
        {
            why: 'headings, hidden items and those of another grouping count nowhere',
            given: [[{...item, optional: 2}, {...item, hidden: true}, {...item, theirs: false}]],
            gives: {mandatory: none, optional: none},
        },
        {
            why: 'two checklists with their own ways',
            given: [[item, {...item, credit: 30, ticked: false}, {...item, edit: 1, policy: 3, marked: true}, {...item, optional: 1, credit: 20}]],
            gives: {mandatory: {items: 3, done: 2, minutes: 150, acquired: 105}, optional: {items: 1, done: 1, minutes: 20, acquired: 20}},
        },
    ],
};
