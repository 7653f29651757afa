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
        {
            why: 'somebody for whom a more urgent message speaks',
            given: [196, 'lise@truc.fr', {signal: 'inactive', trap: 'G', reason: 'spokenfor', anchor: 1}],
            gives: '196 inactive -lise@truc.fr trapped rule G : More urgent signal sent',
        },
        {
            why: 'a course that has not started',
            given: [196, 'lise@truc.fr', {signal: 'inactive', trap: 'H', reason: 'waiting', anchor: 1}],
            gives: "196 inactive -lise@truc.fr trapped rule H : Waiting for the manager's choice",
        },
    ],
    waitingLine: [
        {why: 'one for whom no place is left', given: [196, 'lise@truc.fr', 'closed', 'place'], gives: '196 closed -lise@truc.fr waits : no place left in this run'},
        {why: 'one who sleeps', given: [196, 'lise@truc.fr', 'closed', 'hours'], gives: '196 closed -lise@truc.fr waits : not within the sending hours'},
    ],
};
