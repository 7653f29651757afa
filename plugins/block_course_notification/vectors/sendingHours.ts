import type {Vectors} from '../../../test/rules/vectors.ts';
import {DAY, NOW} from './sample.ts';

const HOUR = 3600;

export const vectors: Vectors<typeof import('../rules/sendingHours.ts')> = {
    nextSending: [
        {why: 'always, from 0 until 24', given: [NOW + 5, 0, {from: 0, until: 24}], gives: NOW + 5},
        {why: 'within the hours, now', given: [NOW + 9 * HOUR, 0, {from: 8, until: 18}], gives: NOW + 9 * HOUR},
        {why: 'before the hours, when they begin', given: [NOW + 3 * HOUR, 0, {from: 8, until: 18}], gives: NOW + 8 * HOUR},
        {why: 'at the end of the hours, tomorrow', given: [NOW + 18 * HOUR, 0, {from: 8, until: 18}], gives: NOW + DAY + 8 * HOUR},
        {why: 'east of Greenwich the hours begin earlier', given: [NOW, 13 * HOUR, {from: 8, until: 18}], gives: NOW},
        {why: 'west of Greenwich they begin later', given: [NOW + 9 * HOUR, -8 * HOUR, {from: 8, until: 18}], gives: NOW + 16 * HOUR},
        {why: 'hours past midnight', given: [NOW + HOUR, 0, {from: 20, until: 6}], gives: NOW + HOUR},
        {why: 'between hours past midnight', given: [NOW + 7 * HOUR, 0, {from: 20, until: 6}], gives: NOW + 20 * HOUR},
    ],
};
