import fc from 'fast-check';
import {expect, test} from 'vitest';
import {speaksFor} from '../../../plugins/block_course_notification/rules/due.ts';
import type {Facts, Sent, Settings} from '../../../plugins/block_course_notification/rules/facts.ts';
import {forecastOf, type LearnerGroup} from '../../../plugins/block_course_notification/rules/forecast.ts';
import {DAY, SIGNALS, isAboutEnd} from '../../../plugins/block_course_notification/rules/signals.ts';
import {verdicts} from '../../../plugins/block_course_notification/rules/verdict.ts';

const DAYS = Array.from({length: 30}, (_, day) => day);
const days = (min: number, max: number): fc.Arbitrary<number> => fc.integer({min, max}).map(count => count * DAY);

const settings: fc.Arbitrary<Settings> = fc.record({
    on: fc.subarray([...SIGNALS]),
    firstcallafter: days(1, 10),
    secondcallafter: days(11, 30),
    inactiveafter: days(1, 40),
    inactiveevery: days(1, 20),
    endaftercompletion: fc.boolean(),
    waiting: fc.constant(false),
});
const group: fc.Arbitrary<LearnerGroup> = fc.record({
    start: fc.integer({min: -40, max: 20}),
    end: fc.option(fc.integer({min: -20, max: 60})),
    seen: fc.option(fc.integer({min: -60, max: 0})),
    completed: fc.option(fc.integer({min: -30, max: 0}), {freq: 1}),
    sent: fc.subarray([...SIGNALS].filter(signal => signal !== 'inactive')),
    reminded: fc.option(fc.integer({min: -30, max: 0})),
    optedout: fc.subarray([...SIGNALS], {maxLength: 2}),
    count: fc.integer({min: 1, max: 5}),
});

function factsOf(one: LearnerGroup): Facts {
    const seconds = (day: number | null): number | null => (day === null ? null : day * DAY);
    const sent: Sent[] = one.sent.map(signal => ({
        signal,
        anchor: (isAboutEnd(signal) ? one.end ?? 0 : signal === 'completed' ? one.completed ?? 0 : one.start) * DAY,
        time: -9999 * DAY,
        mailed: true,
    }));
    return {
        active: true, hidden: false, excluded: false, optedout: one.optedout, start: one.start * DAY, end: seconds(one.end),
        lastaccess: seconds(one.seen), completed: seconds(one.completed),
        sent: one.reminded === null ? sent : [...sent, {signal: 'inactive', anchor: 1, time: one.reminded * DAY, mailed: false}],
    };
}

/** A run of the sender at the beginning of each day. */
function runs(one: LearnerGroup, wanted: Settings): string[] {
    let facts = factsOf(one);
    return DAYS.flatMap(day => {
        const accepted = verdicts(facts, wanted, day * DAY).filter(verdict => verdict.trap === '');
        const spoken = accepted.flatMap(({signal}) => speaksFor(signal, facts, wanted, day * DAY));
        const remembered = [...accepted.map(one => ({...one, mailed: true})), ...spoken.map(one => ({...one, mailed: false}))];
        facts = {...facts, sent: [...facts.sent, ...remembered.map(({signal, anchor, mailed}) => ({signal, anchor, time: day * DAY, mailed}))]};
        return accepted.map(({signal}) => `${day} ${signal} ${one.count}`);
    });
}

test('the forecast says what daily runs of the sender would do', () => {
    fc.assert(fc.property(group, settings, (one, wanted) => {
        const said = forecastOf([one], wanted, DAYS)
            .flatMap(({day, counts}) => counts.filter(({count}) => count > 0).map(({signal, count}) => `${day} ${signal} ${count}`));
        expect(said).toEqual(runs(one, wanted));
    }), {numRuns: 5000});
});
