import type {Vectors} from '../../../test/rules/vectors.ts';

export const vectors: Vectors<typeof import('../rules/edits.ts')> = {
    outcomeOf: [
        {why: 'nobody changed it', given: ['7', '7', '7'], gives: 'same'},
        {why: 'both changed it to the same', given: ['7', '9', '9'], gives: 'same'},
        {why: 'only this form changed it', given: ['7', '9', '7'], gives: 'mine'},
        {why: 'only the other one changed it', given: ['7', '7', '9'], gives: 'theirs'},
        {why: 'both changed it, differently', given: ['7', '8', '9'], gives: 'conflict'},
    ],
};
