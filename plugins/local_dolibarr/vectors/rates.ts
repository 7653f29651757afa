import type {Vectors} from '../../../test/rules/vectors.ts';

export const vectors: Vectors<typeof import('../rules/rates.ts')> = {
    percent: [
        {why: 'a third', given: [1, 3], gives: 33},
        {why: 'nearly all is not all', given: [199, 200], gives: 99},
        {why: 'all', given: [3, 3], gives: 100},
        {why: 'more than all is all', given: [4, 3], gives: 100},
        {why: 'nothing is asked', given: [0, 0], gives: 100},
    ],
};
