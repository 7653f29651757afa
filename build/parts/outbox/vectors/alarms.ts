import type {Vectors} from '../../../../test/rules/vectors.ts';

const NOW = 1793000000;
const HOUR = 3600;
const well = {stopped: false, oldest: 0, told: 0};

export const vectors: Vectors<typeof import('../rules/alarms.ts')> = {
    isBlocked: [
        {why: 'nothing waits', given: [well, NOW, HOUR], gives: false},
        {why: 'something waits since a minute', given: [{...well, oldest: NOW - 60}, NOW, HOUR], gives: false},
        {why: 'something waits too long', given: [{...well, oldest: NOW - HOUR - 1}, NOW, HOUR], gives: true},
        {why: 'nobody is let in', given: [{...well, stopped: true}, NOW, HOUR], gives: true},
    ],
    isNews: [
        {why: 'they do not know yet', given: [{...well, stopped: true}, NOW, HOUR], gives: true},
        {why: 'they know', given: [{...well, stopped: true, told: NOW - 60}, NOW, HOUR], gives: false},
        {why: 'all is well', given: [well, NOW, HOUR], gives: false},
    ],
};
