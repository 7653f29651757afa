import type {Vectors} from '../../../test/rules/vectors.ts';
import {DAY, NOW, leaver, newcomer, settings} from './sample.ts';

export const vectors: Vectors<typeof import('../rules/span.ts')> = {
    spanOf: [
        {why: 'the first message is worth sending for a week', given: ['firstassign', newcomer, settings], gives: {anchor: NOW, opens: NOW, closes: NOW + 7 * DAY}},
        {why: 'the first call ends where the second begins', given: ['firstcall', newcomer, settings], gives: {anchor: NOW, opens: NOW + 7 * DAY, closes: NOW + 14 * DAY}},
        {why: 'a call never passes the end of access', given: ['firstcall', {...newcomer, end: NOW + 9 * DAY}, settings], gives: {anchor: NOW, opens: NOW + 7 * DAY, closes: NOW + 9 * DAY}},
        {why: 'a rung of the ladder hangs on the end', given: ['oneweeknearend', leaver(20), settings], gives: {anchor: NOW + 20 * DAY, opens: NOW + 13 * DAY, closes: NOW + 15 * DAY}},
        {why: 'an access without end has no ladder', given: ['oneweeknearend', newcomer, settings], gives: null},
        {why: 'the end is news for fifteen days', given: ['closed', leaver(0), settings], gives: {anchor: NOW, opens: NOW, closes: NOW + 15 * DAY + 1}},
        {why: 'without completion there is nothing to tell', given: ['completed', newcomer, settings], gives: null},
        {why: 'inactivity counts from the start for those who never came', given: ['inactive', newcomer, settings], gives: {anchor: NOW + 14 * DAY, opens: NOW + 14 * DAY, closes: null}},
        {why: 'inactivity never begins before access', given: ['inactive', {...newcomer, start: NOW + DAY, lastaccess: NOW - 90 * DAY}, settings], gives: {anchor: NOW + DAY, opens: NOW + DAY, closes: null}},
    ],
};
