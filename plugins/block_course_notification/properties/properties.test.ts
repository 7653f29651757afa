import fc from 'fast-check';
import {beforeAll, describe, expect, test} from 'vitest';
import {compileRules} from '../../../build/rules/compileRules.ts';
import {phpAnswers} from '../../../test/rules/phpAnswers.ts';
import {planOf, speaksFor, type Due} from '../rules/due.ts';
import type {Facts} from '../rules/facts.ts';
import {SIGNALS, isAboutEnd, isNearer, isReminder, type Signal} from '../rules/signals.ts';
import {verdictOf, verdicts, type Verdict} from '../rules/verdict.ts';
import {afterwards, learners, type Case} from './learners.ts';

const COMPONENT = 'block_course_notification';
const HOUR = 3600;
/** From one run to the next: five minutes or hours, so that some fall into the hour after a mail. */
const STEPS = [300, 1800, 6 * HOUR, 300, 3000, 11 * HOUR, 1200, 6 * HOUR - 4800];
/** PROPERTY_SEED=1 npx vitest run plugins makes other learners. */
const cases = fc.sample(learners, {numRuns: 3000, seed: Number(process.env['PROPERTY_SEED'] ?? 20261121)});

type Rules = {
    readonly verdicts: (cases: readonly Case[]) => readonly (readonly Verdict[])[];
    readonly plans: (cases: readonly Case[]) => readonly (readonly Due[])[];
    readonly spoken: (cases: readonly Mailed[]) => readonly (readonly Due[])[];
};

/** A learner and the mail that is sent just now, or null. */
type Mailed = Case & {readonly mail: Signal | null};

const inTypeScript: Rules = {
    verdicts: some => some.map(({facts, settings, now}) => verdicts(facts, settings, now)),
    plans: some => some.map(({facts, settings, now}) => planOf(facts, settings, now)),
    spoken: some => some.map(({facts, settings, now, mail}) => (mail === null ? [] : speaksFor(mail, facts, settings, now))),
};

const compiled = compileRules({component: COMPONENT, rulesDir: `plugins/${COMPONENT}/rules`});

function inPhp<Answer>(module: string, name: string, phpName: string, some: readonly Case[]): readonly Answer[] {
    return answers(module, some.map(({facts, settings, now}) => ({name, phpName, given: [facts, settings, now]})));
}

function answers<Answer>(module: string, calls: readonly {readonly name: string; readonly phpName: string; readonly given: readonly unknown[]}[]): readonly Answer[] {
    const phpClass = `${COMPONENT}\\local\\rules\\${module}`;
    return phpAnswers(compiled.files, calls.map(call => ({...call, phpClass}))).map(answer => JSON.parse(answer) as Answer);
}

const php: Rules = {
    verdicts: some => inPhp('verdict', 'verdicts', 'verdicts', some),
    plans: some => inPhp('due', 'planOf', 'plan_of', some),
    spoken: some => {
        const mailed = some.filter(({mail}) => mail !== null);
        const found = answers<readonly Due[]>('due', mailed.map(({facts, settings, now, mail}) => ({name: 'speaksFor', phpName: 'speaks_for', given: [mail, facts, settings, now]})));
        return some.map(one => (one.mail === null ? [] : found[mailed.indexOf(one)] ?? []));
    },
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
        const again = cases.map((one, index) => ({...one, facts: afterwards(one.facts, judged[index] ?? [], [], one.now)}));
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

    test('what the plan says is due is what the verdicts accept, or what a mail of this hour has spoken for', () => {
        planned.forEach((plan, index) => {
            const due = plan.filter(({timedue}) => timedue <= (cases[index]?.now ?? 0)).map(({signal, anchor}) => ({signal, anchor}));
            const list = judged[index] ?? [];
            const spoken = list.filter(({reason}) => reason === 'spokenfor').map(({signal, anchor}) => ({signal, anchor}));
            const said = accepted(list).map(({signal, anchor}) => ({signal, anchor}));
            expect(due.filter(one => !spoken.some(({signal}) => signal === one.signal)), JSON.stringify(cases[index])).toEqual(said);
            expect(spoken.length === 0 || due.some(one => spoken.some(({signal}) => signal === one.signal)), JSON.stringify(cases[index])).toBe(true);
        });
    });

    test('what the plan says of later is accepted then, and not a second before', () => {
        const later = planned.flatMap((plan, index) => plan.flatMap(due => {
            const one = cases[index] as Case;
            return due.timedue > one.now ? [{one, due}] : [];
        }));
        expect(later.length).toBeGreaterThan(1000);
        for (const {one, due} of later) {
            const reasonAt = (now: number): string => verdictOf(due.signal, one.facts, one.settings, now, false).reason;
            expect(['accepted', 'spokenfor'], JSON.stringify({one, due})).toContain(reasonAt(due.timedue));
            expect(due.signal === 'inactive' ? 'H or E' : reasonAt(due.timedue - 1), JSON.stringify(due)).not.toBe('accepted');
        }
    });

    test('nobody is sent two mails at once, none within an hour of another, and none where nobody has chosen', () => {
        judged.forEach((list, index) => {
            const {facts, settings, now} = cases[index] as Case;
            const free = !settings.waiting && !facts.sent.some(({mailed, time}) => mailed && time > now - HOUR);
            expect(accepted(list).length, JSON.stringify(cases[index])).toBeLessThanOrEqual(free ? 1 : 0);
        });
    });

    test('weeks of runs at odd hours tell nobody the same thing twice, and keep mails apart', () => {
        let now = cases[0]?.now ?? 0;
        let walking: readonly Case[] = cases.slice(0, 200).map(one => ({...one, facts: {...one.facts, sent: []}, settings: {...one.settings, waiting: false}}));
        for (let run = 0; run < 64; run += 1) {
            const lists = rules.verdicts(walking);
            const spoken = rules.spoken(walking.map((one, index) => ({...one, now, mail: accepted(lists[index] ?? []).at(0)?.signal ?? null})));
            const step = STEPS[run % STEPS.length] as number;
            walking = walking.map((one, index) => ({...one, now: now + step, facts: afterwards(one.facts, lists[index] ?? [], spoken[index] ?? [], now)}));
            now += step;
        }
        expect(walking.reduce((sum, {facts}) => sum + facts.sent.filter(({mailed}) => mailed).length, 0)).toBeGreaterThan(150);
        expect(walking.reduce((sum, {facts}) => sum + facts.sent.filter(({mailed}) => !mailed).length, 0)).toBeGreaterThan(10);
        walking.forEach(({facts, settings}) => {
            const keys = facts.sent.map(({signal, anchor}) => `${signal} ${anchor}`);
            expect(new Set(keys).size).toBe(keys.length);
            const mails = facts.sent.filter(({mailed}) => mailed);
            mails.forEach((mail, at) => expect(mails.slice(at + 1).every(({time}) => time >= mail.time + HOUR)).toBe(true));
            facts.sent.filter(({signal}) => signal === 'inactive').forEach(inactive => {
                const near = facts.sent.filter(other => other !== inactive && isReminder(other.signal)
                    && other.time <= inactive.time && other.time > inactive.time - settings.inactiveevery);
                expect(near).toEqual([]);
            });
            const ends = mails.filter(({signal}) => isAboutEnd(signal));
            ends.forEach((later, at) => expect(ends.slice(0, at).filter(earlier => isNearer(earlier.signal, later.signal))).toEqual([]));
        });
    }, 300_000);
});

const accepted = (list: readonly Verdict[]): readonly Verdict[] => list.filter(({trap}) => trap === '');
