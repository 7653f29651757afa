import type {Vectors} from '../../../test/rules/vectors.ts';
import {DAY, NOW, leaver, newcomer, settings} from './sample.ts';

export const vectors: Vectors<typeof import('../rules/outlook.ts')> = {
    outlookOf: [
        {why: 'a newcomer is greeted at once', given: [newcomer, settings, NOW], gives: {prospect: 'now', signal: 'firstassign', time: NOW}},
        {why: 'whose access opens in three days is greeted then', given: [{...newcomer, start: NOW + 3 * DAY}, settings, NOW], gives: {prospect: 'start', signal: 'firstassign', time: NOW + 3 * DAY}},
        {
            why: 'who was greeted hears again if they do not come',
            given: [{...newcomer, sent: [{signal: 'firstassign', anchor: NOW, time: NOW, mailed: true}]}, settings, NOW + DAY],
            gives: {prospect: 'call', signal: 'firstcall', time: NOW + 7 * DAY},
        },
        {why: 'who comes hears if they stop coming', given: [{...newcomer, lastaccess: NOW}, settings, NOW], gives: {prospect: 'inactive', signal: 'inactive', time: NOW + 14 * DAY}},
        {
            why: 'who nears the end hears of that',
            given: [leaver(30), {...settings, on: ['twoweeksnearend']}, NOW],
            gives: {prospect: 'end', signal: 'twoweeksnearend', time: NOW + 16 * DAY},
        },
        {why: 'who has completed the course hears no more of an endless one', given: [{...newcomer, lastaccess: NOW - 30 * DAY, completed: NOW - 30 * DAY}, settings, NOW], gives: {prospect: 'completed', signal: null, time: 0}},
        {why: 'who came hears nothing where calls alone are on', given: [{...newcomer, lastaccess: NOW}, {...settings, on: ['firstcall']}, NOW], gives: {prospect: 'nothing', signal: null, time: 0}},
        {why: 'who is suspended hears nothing', given: [{...newcomer, active: false}, settings, NOW], gives: {prospect: 'noenrolment', signal: null, time: 0}},
        {why: 'nobody hears of a hidden course', given: [{...newcomer, hidden: true}, settings, NOW], gives: {prospect: 'hidden', signal: null, time: 0}},
        {why: 'a teacher is not written to', given: [{...newcomer, excluded: true}, settings, NOW], gives: {prospect: 'excluded', signal: null, time: 0}},
        {why: 'a course may send nothing at all', given: [newcomer, {...settings, on: []}, NOW], gives: {prospect: 'off', signal: null, time: 0}},
        {why: 'nothing leaves a course of which nobody has chosen yet how it starts', given: [newcomer, {...settings, waiting: true}, NOW], gives: {prospect: 'waiting', signal: null, time: 0}},
        {
            why: 'who wants none of what the course sends gets none',
            given: [{...newcomer, optedout: ['firstassign', 'closed']}, {...settings, on: ['firstassign']}, NOW],
            gives: {prospect: 'optedout', signal: null, time: 0},
        },
    ],
    prospectOf: [
        {why: 'a call waits for the learner to come', given: ['secondcall'], gives: 'call'},
        {why: 'inactivity waits for the learner to stay away', given: ['inactive'], gives: 'inactive'},
        {why: 'the ladder waits for the end', given: ['onedaytoend'], gives: 'end'},
        {why: 'so does the news that access has ended', given: ['closed'], gives: 'end'},
        {why: 'the greeting waits for the start', given: ['firstassign'], gives: 'start'},
    ],
};
