import type {Vectors} from '../../../test/rules/vectors.ts';

export const vectors: Vectors<typeof import('../rules/trace.ts')> = {
    traceLine: [
        {
            why: 'a trapped learner, in the words that admins know',
            given: [196, 'serge.untel@truc.fr', {signal: 'firstassign', trap: 'A', reason: 'accessed', anchor: 1}],
            gives: '196 firstassign -serge.untel@truc.fr trapped rule A : Already accessed course',
        },
        {
            why: 'an accepted one',
            given: [196, 'lise@truc.fr', {signal: 'oneweeknearend', trap: '', reason: 'accepted', anchor: 1}],
            gives: '196 oneweeknearend -lise@truc.fr Accepted for notification',
        },
    ],
};
