import type {Vectors} from '../../../test/rules/vectors.ts';
import type {Facts} from '../rules/facts.ts';
import {SIGNALS, type Signal} from '../rules/signals.ts';
import type {Reason, Trap, Verdict} from '../rules/verdict.ts';
import {DAY, NOW, leaver, newcomer, settings} from './sample.ts';

type Example = {readonly why: string; readonly given: readonly [Signal, Facts, typeof settings, number, boolean]; readonly gives: Verdict};

const E = (days: number): number => NOW + days * DAY;

function on(signal: Signal, why: string, facts: Facts, [trap, reason]: readonly [Trap, Reason], anchor: number, more: Partial<typeof settings> = {}): Example {
    return {why: `${signal}: ${why}`, given: [signal, facts, {...settings, ...more}, NOW, false], gives: {signal, trap, reason, anchor}};
}

const YES = ['', 'accepted'] as const;
const opened = (days: number): Facts => ({...newcomer, start: NOW - days * DAY});

const examples: readonly [Example, ...Example[]] = [
    on('firstassign', 'access has just opened', newcomer, YES, NOW),
    on('firstassign', 'a second short of a week', {...opened(7), start: NOW - 7 * DAY + 1}, YES, NOW - 7 * DAY + 1),
    on('firstassign', 'a week is too late', opened(7), ['E', 'outofrange'], NOW - 7 * DAY),
    on('firstassign', 'access is not open yet', {...newcomer, start: NOW + 1}, ['E', 'outofrange'], NOW + 1),
    on('firstassign', 'has come', {...newcomer, lastaccess: NOW}, ['A', 'accessed'], NOW),
    on('firstassign', 'access is over', {...newcomer, end: NOW}, ['D', 'over'], NOW),
    on('firstassign', 'sent for this start', {...newcomer, sent: [{signal: 'firstassign', anchor: NOW, time: NOW, mailed: true}]}, ['B', 'alreadysent'], NOW),
    on('firstassign', 'sent for another start', {...newcomer, sent: [{signal: 'firstassign', anchor: NOW - 9 * DAY, time: NOW - 9 * DAY, mailed: true}]}, YES, NOW),
    on('firstassign', 'completion does not stop it', {...newcomer, completed: NOW}, YES, NOW),
    on('firstcall', 'a week after the start', opened(7), YES, NOW - 7 * DAY),
    on('firstcall', 'a second too early', {...newcomer, start: NOW - 7 * DAY + 1}, ['E', 'outofrange'], NOW - 7 * DAY + 1),
    on('firstcall', 'the second call takes over', opened(14), ['E', 'outofrange'], NOW - 14 * DAY),
    on('firstcall', 'completed', {...opened(7), completed: NOW}, ['F', 'coursecompleted'], NOW - 7 * DAY),
    on('secondcall', 'two weeks after the start', opened(14), YES, NOW - 14 * DAY),
    on('secondcall', 'three weeks are too late', opened(21), ['E', 'outofrange'], NOW - 21 * DAY),
    on('inactive', 'two weeks after the last visit', {...leaver(50), lastaccess: NOW - 14 * DAY}, YES, NOW),
    on('inactive', 'a second less', {...leaver(50), lastaccess: NOW - 14 * DAY + 1}, ['E', 'outofrange'], NOW + 1),
    on('inactive', 'never came', opened(21), YES, NOW - 7 * DAY),
    on('inactive', 'called exactly a week ago', {...opened(21), sent: [{signal: 'secondcall', anchor: NOW - 21 * DAY, time: NOW - 7 * DAY, mailed: true}]}, YES, NOW),
    on('inactive', 'called less than a week ago', {...opened(21), sent: [{signal: 'secondcall', anchor: NOW - 21 * DAY, time: NOW - 7 * DAY + 1, mailed: true}]}, ['H', 'recentlycalled'], NOW + 1),
    on('inactive', 'the course is over', {...leaver(0), lastaccess: NOW - 90 * DAY}, ['D', 'over'], NOW - 76 * DAY),
    on('inactive', 'completed', {...opened(21), completed: NOW - DAY}, ['F', 'coursecompleted'], NOW - 7 * DAY),
    on('twoweeksnearend', 'two weeks left', leaver(14), YES, E(14)),
    on('twoweeksnearend', 'more than two weeks left', {...leaver(14), end: E(14) + 1}, ['D', 'toofar'], E(14) + 1),
    on('twoweeksnearend', 'one week left', leaver(7), ['E', 'outofrange'], E(7)),
    on('twoweeksnearend', 'a nearer one was sent', {...leaver(14), sent: [{signal: 'onedaytoend', anchor: E(14), time: NOW - DAY, mailed: true}]}, ['G', 'nearer'], E(14)),
    on('twoweeksnearend', 'closed was sent', {...leaver(14), sent: [{signal: 'closed', anchor: E(14), time: NOW, mailed: true}]}, ['G', 'nearer'], E(14)),
    on('twoweeksnearend', 'a nearer one was sent for another end', {...leaver(14), sent: [{signal: 'closed', anchor: E(3), time: NOW - DAY, mailed: true}]}, YES, E(14)),
    on('twoweeksnearend', 'no end', newcomer, ['C', 'infinite'], 0),
    on('twoweeksnearend', 'access is not open yet', {...newcomer, start: NOW + DAY, end: E(10)}, ['E', 'outofrange'], E(10)),
    on('oneweeknearend', 'one week left', leaver(7), YES, E(7)),
    on('oneweeknearend', 'five days left', leaver(5), ['E', 'outofrange'], E(5)),
    on('fivedaystoend', 'five days left', leaver(5), YES, E(5)),
    on('threedaystoend', 'three days left', leaver(3), YES, E(3)),
    on('onedaytoend', 'one day left', leaver(1), YES, E(1)),
    on('onedaytoend', 'over', leaver(0), ['D', 'over'], E(0)),
    on('onedaytoend', 'completed', {...leaver(1), completed: NOW - DAY}, ['F', 'coursecompleted'], E(1)),
    on('onedaytoend', 'completed, and the manager wants it', {...leaver(1), completed: NOW - DAY}, YES, E(1), {endaftercompletion: true}),
    on('closed', 'over since this second', leaver(0), YES, E(0)),
    on('closed', 'over since fifteen days', leaver(-15), YES, E(-15)),
    on('closed', 'over since longer', {...leaver(-15), end: E(-15) - 1}, ['E', 'outofrange'], E(-15) - 1),
    on('closed', 'not over yet', leaver(1), ['D', 'toofar'], E(1)),
    on('closed', 'no end', newcomer, ['C', 'infinite'], 0),
    on('completed', 'completed today', {...leaver(9), completed: NOW}, YES, NOW),
    on('completed', 'not completed', leaver(9), ['E', 'outofrange'], 0),
    on('completed', 'completed long ago', {...leaver(9), completed: E(-15) - 1}, ['E', 'outofrange'], E(-15) - 1),
    on('firstassign', 'no enrolment', {...newcomer, active: false}, ['I', 'noenrolment'], NOW),
    on('firstassign', 'hidden', {...newcomer, hidden: true}, ['I', 'hidden'], NOW),
    on('firstassign', 'excluded', {...newcomer, excluded: true}, ['I', 'excluded'], NOW),
    on('firstassign', 'opted out', {...newcomer, optedout: ['firstassign']}, ['I', 'optedout'], NOW),
    on('firstassign', 'opted out of something else', {...newcomer, optedout: ['closed']}, YES, NOW),
    on('firstassign', 'switched off', newcomer, ['I', 'off'], NOW, {on: ['closed']}),
    on('firstcall', 'not concerned goes before completed, and completed before accessed', {...opened(7), completed: NOW, lastaccess: NOW}, ['F', 'coursecompleted'], NOW - 7 * DAY),
    on('firstcall', 'accessed goes before sent', {...opened(7), lastaccess: NOW, sent: [{signal: 'firstcall', anchor: NOW - 7 * DAY, time: NOW, mailed: true}]}, ['A', 'accessed'], NOW - 7 * DAY),
    on('closed', 'sent goes before time', {...leaver(-20), sent: [{signal: 'closed', anchor: E(-20), time: E(-20), mailed: true}]}, ['B', 'alreadysent'], E(-20)),
    on('inactive', 'the end was mailed about not long ago', {...leaver(12), lastaccess: NOW - 14 * DAY, sent: [{signal: 'twoweeksnearend', anchor: E(12), time: NOW - 3599, mailed: true}]}, ['G', 'spokenfor'], NOW),
    on('inactive', 'an hour later', {...leaver(12), lastaccess: NOW - 14 * DAY, sent: [{signal: 'twoweeksnearend', anchor: E(12), time: NOW - 3600, mailed: true}]}, YES, NOW),
    on('inactive', 'the end was only remembered', {...leaver(12), lastaccess: NOW - 14 * DAY, sent: [{signal: 'twoweeksnearend', anchor: E(12), time: NOW, mailed: false}]}, YES, NOW),
    on('completed', 'a less urgent mail left just now', {...leaver(30), completed: NOW, sent: [{signal: 'inactive', anchor: 5, time: NOW - 1, mailed: true}]}, ['H', 'justtold'], NOW),
    on('firstassign', 'nobody has chosen how the course starts', newcomer, ['H', 'waiting'], NOW, {waiting: true}),
    on('firstassign', 'waiting comes last', {...newcomer, lastaccess: NOW}, ['A', 'accessed'], NOW, {waiting: true}),
    {
        why: 'inactive: a call of the same run holds it back',
        given: ['inactive', opened(14), settings, NOW, true],
        gives: {signal: 'inactive', trap: 'H', reason: 'recentlycalled', anchor: NOW},
    },
];

const REASONS: readonly (readonly [Reason, Trap])[] = [
    ['accepted', ''], ['off', 'I'], ['noenrolment', 'I'], ['hidden', 'I'], ['excluded', 'I'], ['optedout', 'I'], ['coursecompleted', 'F'],
    ['accessed', 'A'], ['alreadysent', 'B'], ['infinite', 'C'], ['toofar', 'D'], ['over', 'D'], ['outofrange', 'E'], ['nearer', 'G'],
    ['outranked', 'G'], ['spokenfor', 'G'], ['justtold', 'H'], ['waiting', 'H'],
];

export const vectors: Vectors<typeof import('../rules/verdict.ts')> = {
    verdictOf: examples,
    verdicts: [
        {
            why: 'one verdict for each signal: two weeks after the start, the second call holds inactive back',
            given: [opened(14), settings, NOW],
            gives: SIGNALS.map((signal): Verdict => {
                const start = NOW - 14 * DAY;
                switch (signal) {
                    case 'firstassign':
                    case 'firstcall':
                        return {signal, trap: 'E', reason: 'outofrange', anchor: start};
                    case 'secondcall':
                        return {signal, trap: '', reason: 'accepted', anchor: start};
                    case 'inactive':
                        return {signal, trap: 'H', reason: 'recentlycalled', anchor: NOW};
                    case 'completed':
                        return {signal, trap: 'E', reason: 'outofrange', anchor: 0};
                    default:
                        return {signal, trap: 'C', reason: 'infinite', anchor: 0};
                }
            }),
        },
        {
            why: 'the welcome speaks for an end that is two weeks away',
            given: [{...newcomer, end: E(14)}, {...settings, on: ['firstassign', 'twoweeksnearend']}, NOW],
            gives: SIGNALS.map((signal): Verdict => {
                const anchor = signal === 'inactive' ? E(14) : signal === 'completed' ? 0 : ['firstassign', 'firstcall', 'secondcall'].includes(signal) ? NOW : E(14);
                if (signal === 'firstassign') {
                    return {signal, trap: '', reason: 'accepted', anchor};
                }
                return signal === 'twoweeksnearend' ? {signal, trap: 'G', reason: 'outranked', anchor} : {signal, trap: 'I', reason: 'off', anchor};
            }),
        },
    ],
    trapOf: [
        {why: 'a call not long ago is H', given: ['recentlycalled'], gives: 'H'},
        ...REASONS.map(([reason, trap]) => ({why: `${reason} is '${trap}'`, given: [reason] as const, gives: trap})),
    ],
    freeAgain: [
        {why: 'nothing was sent', given: [newcomer, settings], gives: 0},
        {
            why: 'the latest reminder counts, and no other message',
            given: [{...newcomer, sent: [{signal: 'firstcall', anchor: 1, time: NOW, mailed: true}, {signal: 'inactive', anchor: 2, time: NOW - DAY, mailed: true}, {signal: 'closed', anchor: 3, time: NOW + DAY, mailed: true}]}, settings],
            gives: NOW + 7 * DAY,
        },
    ],
};
