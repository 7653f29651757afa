import type {Vectors} from '../../../test/rules/vectors.ts';
import type {Item} from '../rules/times.ts';

const item: Item = {optional: 0, credit: 60, hidden: false, theirs: true, edit: 0, policy: 0, ticked: true, marked: false, declared: 45};
const none = {items: 0, done: 0, minutes: 0, acquired: 0};

/** Who ticks an item off, by the number of the mode. */
const MODES = ['the learner', 'the teacher', 'both', 'either'] as const;

/** Mode, whether the learner has ticked, whether the teacher has marked, and whether it is done. */
const doneByMode = [
    [0, false, false, false], [0, true, false, true], [0, false, true, false], [0, true, true, true],
    [1, false, false, false], [1, true, false, false], [1, false, true, true], [1, true, true, true],
    [2, false, false, false], [2, true, false, false], [2, false, true, false], [2, true, true, true],
    [3, false, false, false], [3, true, false, true], [3, false, true, true], [3, true, true, true],
] as const;

/** What a declared time does, by the number of the policy. */
const POLICIES = ['the credit', 'what is more', 'what is less', 'what is declared'] as const;

/** Policy, minutes that were declared of an item of 60, and those that count. */
const minutesByPolicy = [
    [0, 0, 60], [0, 45, 60], [0, 60, 60], [0, 90, 60],
    [1, 0, 60], [1, 45, 60], [1, 60, 60], [1, 90, 90],
    [2, 0, 0], [2, 45, 45], [2, 60, 60], [2, 90, 60],
    [3, 0, 0], [3, 45, 45], [3, 60, 60], [3, 90, 90],
] as const;

/** Minutes that count by mode and policy, where the learner has ticked and declared 45 of 60. */
const acquired = (edit: number, policy: number): number => (edit === 0 || edit === 3 ? ([60, 60, 45, 45][policy] ?? 0) : 0);

export const vectors: Vectors<typeof import('../rules/times.ts')> = {
    kindOf: [
        {why: 'nothing is said, and all counts', given: [false, false], gives: 0},
        {why: 'what completes the course', given: [true, true], gives: 0},
        {why: 'what does not', given: [false, true], gives: 1},
    ],
    isDone: [
        {why: 'the learner ticks, whatever is declared', given: [item], gives: true},
        ...doneByMode.map(([edit, ticked, marked, gives]) => ({
            why: `${MODES[edit]}: ${ticked ? 'ticked' : 'not ticked'}, ${marked ? 'marked' : 'not marked'}`,
            given: [{...item, edit, ticked, marked}] as const,
            gives,
        })),
    ],
    minutesOf: [
        {why: 'an item that is worth nothing', given: [{...item, credit: 0}], gives: 0},
        ...minutesByPolicy.map(([policy, declared, gives]) => ({
            why: `${POLICIES[policy]}: ${declared} declared of 60`,
            given: [{...item, policy, declared}] as const,
            gives,
        })),
    ],
    timesOf: [
        {why: 'nothing', given: [[]], gives: {mandatory: none, optional: none}},
        {
            why: 'headings, hidden items and those of another grouping count nowhere',
            given: [[{...item, optional: 2}, {...item, hidden: true}, {...item, theirs: false}]],
            gives: {mandatory: none, optional: none},
        },
        ...[0, 1, 2, 3].flatMap(edit => [0, 1, 2, 3].map(policy => ({
            why: `mode ${edit} and policy ${policy}`,
            given: [[{...item, edit, policy}]] as const,
            gives: {
                mandatory: {items: 1, done: edit === 0 || edit === 3 ? 1 : 0, minutes: 60, acquired: acquired(edit, policy)},
                optional: none,
            },
        }))),
        {
            why: 'optional items count by themselves',
            given: [[{...item, optional: 1}, {...item, optional: 1, ticked: false, credit: 20}]],
            gives: {mandatory: none, optional: {items: 2, done: 1, minutes: 80, acquired: 60}},
        },
        {
            why: 'a hidden item counts nowhere, however well it is done',
            given: [[{...item, hidden: true, policy: 3, declared: 90}, {...item, hidden: true, optional: 1}, item]],
            gives: {mandatory: {items: 1, done: 1, minutes: 60, acquired: 60}, optional: none},
        },
        {
            why: 'an item of a grouping counts for those in it',
            given: [[{...item, theirs: false}, {...item, theirs: true, credit: 30}]],
            gives: {mandatory: {items: 1, done: 1, minutes: 30, acquired: 30}, optional: none},
        },
        {
            why: 'four checklists, each with its own way and policy',
            given: [[
                {...item, edit: 0, policy: 0}, {...item, edit: 1, policy: 1, marked: true, declared: 90},
                {...item, edit: 2, policy: 2, marked: true}, {...item, edit: 3, policy: 3, ticked: false, marked: true, declared: 75},
            ]],
            gives: {mandatory: {items: 4, done: 4, minutes: 240, acquired: 270}, optional: none},
        },
        {
            why: 'two checklists with their own ways',
            given: [[item, {...item, credit: 30, ticked: false}, {...item, edit: 1, policy: 3, marked: true}, {...item, optional: 1, credit: 20}]],
            gives: {mandatory: {items: 3, done: 2, minutes: 150, acquired: 105}, optional: {items: 1, done: 1, minutes: 20, acquired: 20}},
        },
    ],
};
