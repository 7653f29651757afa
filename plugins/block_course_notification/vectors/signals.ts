import type {Vectors} from '../../../test/rules/vectors.ts';

export const vectors: Vectors<typeof import('../rules/signals.ts')> = {
    rungOf: [
        {why: 'five days is the third rung', given: ['fivedaystoend'], gives: {signal: 'fivedaystoend', after: 259200, up_to: 432000}},
        {why: 'closed is no rung', given: ['closed'], gives: null},
    ],
    isAboutEnd: [
        {why: 'closed speaks of the end', given: ['closed'], gives: true},
        {why: 'a rung does', given: ['onedaytoend'], gives: true},
        {why: 'completed does not', given: ['completed'], gives: false},
    ],
    isForNewcomers: [
        {why: 'a call is for those who never came', given: ['secondcall'], gives: true},
        {why: 'inactive is for all', given: ['inactive'], gives: false},
    ],
    isReminder: [
        {why: 'a call asks to come', given: ['firstcall'], gives: true},
        {why: 'the first message only says that access is open', given: ['firstassign'], gives: false},
    ],
    isNearer: [
        {why: 'one week is nearer than two', given: ['oneweeknearend', 'twoweeksnearend'], gives: true},
        {why: 'two weeks are not nearer than one', given: ['twoweeksnearend', 'oneweeknearend'], gives: false},
        {why: 'no signal is nearer than itself', given: ['fivedaystoend', 'fivedaystoend'], gives: false},
        {why: 'closed is nearest of all', given: ['closed', 'onedaytoend'], gives: true},
        {why: 'completed is no end signal', given: ['completed', 'onedaytoend'], gives: false},
        {why: 'nothing is nearer than closed', given: ['onedaytoend', 'closed'], gives: false},
    ],
};
