import type {Vectors} from '../../../test/rules/vectors.ts';
import type {Sent} from '../rules/facts.ts';
import {NOW, newcomer} from './sample.ts';

const mailed: Sent = {signal: 'closed', anchor: 1, time: NOW - 3599, mailed: true};

export const vectors: Vectors<typeof import('../rules/urgency.ts')> = {
    isMoreUrgent: [
        {why: 'the last day goes before anything', given: ['onedaytoend', 'closed'], gives: true},
        {why: 'a welcome goes before an end that is weeks away', given: ['firstassign', 'twoweeksnearend'], gives: true},
        {why: 'no signal goes before itself', given: ['closed', 'closed'], gives: false},
    ],
    mostUrgent: [
        {why: 'nothing to choose from', given: [[]], gives: null},
        {why: 'the end goes before inactivity, whatever comes first', given: [['inactive', 'oneweeknearend']], gives: 'oneweeknearend'},
    ],
    justMailed: [
        {why: 'a mail of this hour', given: [{...newcomer, sent: [mailed]}, NOW], gives: ['closed']},
        {why: 'a mail of an hour ago', given: [{...newcomer, sent: [{...mailed, time: NOW - 3600}]}, NOW], gives: []},
        {why: 'what was only remembered is no mail', given: [{...newcomer, sent: [{...mailed, mailed: false}]}, NOW], gives: []},
    ],
    quietUntil: [
        {why: 'nothing was mailed', given: [newcomer], gives: 0},
        {why: 'an hour after the last mail', given: [{...newcomer, sent: [mailed, {...mailed, time: NOW, mailed: false}]}], gives: NOW + 1},
    ],
};
