import fc from 'fast-check';
import {beforeAll, describe, expect, test} from 'vitest';
import {compileRules} from '../../../build/rules/compileRules.ts';
import {phpAnswers} from '../../../test/rules/phpAnswers.ts';
import {planOf, type Due} from '../rules/due.ts';
import type {Facts} from '../rules/facts.ts';
import {SIGNALS, isAboutEnd, isNearer, isReminder} from '../rules/signals.ts';
import {verdictOf, verdicts, type Verdict} from '../rules/verdict.ts';
import {afterwards, learners, type Case} from './learners.ts';

const COMPONENT = 'block_course_notification';
const DAY = 86400;
/** PROPERTY_SEED=1 npx vitest run plugins makes other learners. */
const cases = fc.sample(learners, {numRuns: 3000, seed: Number(process.env['PROPERTY_SEED'] ?? 20261121)});

type Rules = {
    readonly verdicts: (cases: readonly Case[]) => readonly (readonly Verdict[])[];
    readonly plans: (cases: readonly Case[]) => readonly (readonly Due[])[];
};

const inTypeScript: Rules = {
    verdicts: some => some.map(({facts, settings, now}) => verdicts(facts, settings, now)),
    plans: some => some.map(({facts, settings, now}) => planOf(facts, settings, now)),
};

const compiled = compileRules({component: COMPONENT, rulesDir: `plugins/${COMPONENT}/rules`});

function inPhp<Answer>(module: string, name: string, phpName: string, some: readonly Case[]): readonly Answer[] {
    const phpClass = `${COMPONENT}\\local\\rules\\${module}`;
    const calls = some.map(({facts, settings, now}) => ({name, phpName, phpClass, given: [facts, settings, now]}));
    return phpAnswers(compiled.files, calls).map(answer => JSON.parse(answer) as Answer);
}

const php: Rules = {
    verdicts: some => inPhp('verdict', 'verdicts', 'verdicts', some),
    plans: some => inPhp('due', 'planOf', 'plan_of', some),
};

describe.each([['TypeScript', inTypeScript], ['PHP', php]] as const)('in %s, of 3,000 learners', (_language, rules) => {
    let judged: readonly (readonly Verdict[])[] = [];
    let planned: readonly (readonly Due[])[] = [];
    beforeAll(() => {
        judged = rules.verdicts(cases);
        planned = rules.plans(cases);
    });

    test('everyone has one verdict for each signal, and many of them are accepted', () => {
        judged.forEach(list => expect(list.map(({signal}) => signal)).toEqual(SIGNALS));
        expect(judged.flat().every(({trap, reason}) => (trap === '') === (reason === 'accepted'))).toBe(true);
        for (const signal of SIGNALS) {
            expect(judged.filter(list => list.some(one => one.signal === signal && one.trap === '')).length, signal).toBeGreaterThan(10);
        }
    });

    test('nobody gets two end signals at once', () => {
        judged.forEach(list => expect(accepted(list).filter(({signal}) => isAboutEnd(signal)).length).toBeLessThanOrEqual(1));
    });

    test('nobody gets a farther end signal after a nearer one for the same end', () => {
        judged.forEach((list, index) => {
            const told = cases[index]?.facts.sent ?? [];
            const farther = accepted(list).filter(one => told.some(sent => sent.anchor === one.anchor && isNearer(sent.signal, one.signal)));
            expect(farther).toEqual([]);
        });
    });

    test('a second run at the same moment accepts nothing', () => {
        const again = cases.map((one, index) => ({...one, facts: afterwards(one.facts, accepted(judged[index] ?? []), one.now)}));
        rules.verdicts(again).forEach((list, index) => expect(accepted(list), JSON.stringify(cases[index])).toEqual([]));
    });

    test('nobody gets a call and an inactivity mail at once, nor any reminder after completion', () => {
        judged.forEach((list, index) => {
            const reminders = accepted(list).filter(({signal}) => isReminder(signal));
            expect(reminders.filter(({signal}) => signal === 'inactive').length === 0 || reminders.length === 1).toBe(true);
            expect(cases[index]?.facts.completed === null || reminders.length === 0).toBe(true);
        });
    });

    test('nobody who is not concerned gets anything', () => {
        judged.forEach((list, index) => {
            const facts = cases[index]?.facts as Facts;
            expect(facts.active && !facts.hidden && !facts.excluded || accepted(list).length === 0).toBe(true);
        });
    });

    test('what the plan says is due is what the verdicts accept, with the same dates', () => {
        planned.forEach((plan, index) => {
            const due = plan.filter(({timedue}) => timedue <= (cases[index]?.now ?? 0)).map(({signal, anchor}) => ({signal, anchor}));
            const said = accepted(judged[index] ?? []).map(({signal, anchor}) => ({signal, anchor}));
            expect(due, JSON.stringify(cases[index])).toEqual(said);
        });
    });

    test('what the plan says of later is accepted then, and not a second before', () => {
        const later = planned.flatMap((plan, index) => plan.flatMap(due => {
            const one = cases[index] as Case;
            return due.timedue > one.now ? [{one, due}] : [];
        }));
        expect(later.length).toBeGreaterThan(1000);
        for (const {one, due} of later) {
            const trapAt = (now: number): string => verdictOf(due.signal, one.facts, one.settings, now, false).trap;
            expect(trapAt(due.timedue)).toBe('');
            expect(due.signal === 'inactive' ? 'H or E' : trapAt(due.timedue - 1), JSON.stringify(due)).not.toBe('');
        }
    });

    test('sixty daily runs tell nobody the same thing twice, and keep reminders apart', () => {
        let now = cases[0]?.now ?? 0;
        let walking: readonly Case[] = cases.slice(0, 200).map(one => ({...one, facts: {...one.facts, sent: []}}));
        for (let day = 0; day < 60; day += 1) {
            const lists = rules.verdicts(walking);
            walking = walking.map((one, index) => ({...one, now: now + DAY, facts: afterwards(one.facts, accepted(lists[index] ?? []), now)}));
            now += DAY;
        }
        walking.forEach(({facts, settings}) => {
            const keys = facts.sent.map(({signal, anchor}) => `${signal} ${anchor}`);
            expect(new Set(keys).size).toBe(keys.length);
            facts.sent.filter(({signal}) => signal === 'inactive').forEach(inactive => {
                const near = facts.sent.filter(other => other !== inactive && isReminder(other.signal)
                    && other.time <= inactive.time && other.time > inactive.time - settings.inactiveevery);
                expect(near).toEqual([]);
            });
            const ends = facts.sent.filter(({signal}) => isAboutEnd(signal));
            ends.forEach((later, at) => expect(ends.slice(0, at).filter(earlier => isNearer(earlier.signal, later.signal))).toEqual([]));
        });
    });
});

const accepted = (list: readonly Verdict[]): readonly Verdict[] => list.filter(({trap}) => trap === '');
