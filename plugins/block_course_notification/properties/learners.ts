import fc from 'fast-check';
import type {Facts, Settings} from '../rules/facts.ts';
import type {Due} from '../rules/due.ts';
import {SIGNALS, type Signal} from '../rules/signals.ts';
import type {Verdict} from '../rules/verdict.ts';

/** A learner, what the course wants, and a moment: all that the rules are asked. */
export type Case = {readonly facts: Facts; readonly settings: Settings; readonly now: number};

const DAY = 86400;
const NOW = 1_000_000 * 60;

/** Moments around now, many of them on a boundary or a second beside it. */
const moment = fc.tuple(fc.integer({min: -40, max: 40}), fc.constantFrom(0, 0, 1, -1, 4321)).map(([days, seconds]) => NOW + days * DAY + seconds);
/** Ends of access that the ladder speaks of. */
const soon = fc.tuple(fc.integer({min: 0, max: 14}), fc.constantFrom(0, 1, -1)).map(([days, seconds]) => NOW + days * DAY + seconds);
const start = fc.tuple(fc.integer({min: -24, max: 3}), fc.constantFrom(0, 0, 1, -1)).map(([days, seconds]) => NOW + days * DAY + seconds);
const past = fc.tuple(fc.integer({min: -40, max: 0}), fc.constantFrom(0, -1)).map(([days, seconds]) => NOW + days * DAY + seconds);
const signal = fc.constantFrom(...SIGNALS);
const mostly = fc.integer({min: 0, max: 9}).map(n => n > 0);

const settings: fc.Arbitrary<Settings> = fc.record({
    on: fc.oneof(fc.constant(SIGNALS), fc.subarray([...SIGNALS])),
    firstcallafter: fc.integer({min: 1, max: 13}).map(days => days * DAY),
    secondcallafter: fc.integer({min: 14, max: 20}).map(days => days * DAY),
    inactiveafter: fc.integer({min: 1, max: 20}).map(days => days * DAY),
    inactiveevery: fc.integer({min: 1, max: 10}).map(days => days * DAY),
    endaftercompletion: fc.boolean(),
    waiting: fc.integer({min: 0, max: 19}).map(n => n === 0),
});

const facts: fc.Arbitrary<Omit<Facts, 'sent'>> = fc.record({
    active: mostly,
    hidden: mostly.map(is => !is),
    excluded: mostly.map(is => !is),
    optedout: fc.subarray<Signal>([...SIGNALS], {maxLength: 2}).map((list): readonly Signal[] => list),
    start,
    end: fc.option(fc.oneof(moment, soon)),
    lastaccess: fc.option(past, {freq: 1}),
    completed: fc.option(past, {freq: 2}),
});

/** What was sent hangs on the learner's own dates, or on older ones. */
export const learners: fc.Arbitrary<Case> = facts.chain(some =>
    fc.record({
        settings,
        now: fc.constant(NOW),
        facts: fc.array(fc.record({signal, anchor: fc.constantFrom(some.start, some.end ?? 0, some.completed ?? 0, 77), time: fc.oneof({weight: 4, arbitrary: past}, {weight: 1, arbitrary: fc.integer({min: 1, max: 4000}).map(ago => NOW - ago)}), mailed: fc.boolean()}), {maxLength: 4})
            .map(sent => ({...some, sent})),
    }),
);

/** The same learner after a run: what was accepted was mailed, and what this or an earlier mail speaks for is remembered. */
export function afterwards(facts: Facts, judged: readonly Verdict[], spoken: readonly Due[], time: number): Facts {
    const mailed = judged.filter(({trap}) => trap === '');
    const remembered = [...spoken, ...judged.filter(({reason}) => reason === 'spokenfor')];
    return {...facts, sent: [
        ...facts.sent,
        ...mailed.map(({signal, anchor}) => ({signal, anchor, time, mailed: true})),
        ...remembered.map(({signal, anchor}) => ({signal, anchor, time, mailed: false})),
    ]};
}
