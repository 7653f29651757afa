import type {Vectors} from '../../../test/rules/vectors.ts';

export const vectors: Vectors<typeof import('../rules/journey.ts')> = {
    isEnded: [
        {why: 'a course that is there', given: ['done'], gives: true},
        {why: 'nobody tries a failed request again by itself', given: ['failed'], gives: true},
        {why: 'a course that is on its way', given: ['transferring'], gives: false},
    ],
    nextState: [
        {why: 'the server is asked', given: ['scheduled'], gives: 'asked'},
        {why: 'what has come is restored', given: ['transferring'], gives: 'restoring'},
        {why: 'who asked is enrolled last', given: ['enrolling'], gives: 'done'},
        {why: 'what has ended stays', given: ['cancelled'], gives: 'cancelled'},
    ],
    afterTrouble: [
        {
            why: 'a cut is tried again after a minute',
            given: [{state: 'transferring', tries: 0, moved: false}, 'transfer_cut'],
            gives: {state: 'transferring', tries: 1, wait: 60, reason: 'transfer_cut'},
        },
        {
            why: 'the fifth pause is the last',
            given: [{state: 'preparing', tries: 4, moved: false}, 'unreachable'],
            gives: {state: 'preparing', tries: 5, wait: 21600, reason: 'unreachable'},
        },
        {
            why: 'then the request fails',
            given: [{state: 'preparing', tries: 5, moved: false}, 'unreachable'],
            gives: {state: 'failed', tries: 5, wait: 0, reason: 'unreachable'},
        },
        {
            why: 'a cut that brought something costs no try, however many there were',
            given: [{state: 'transferring', tries: 5, moved: true}, 'transfer_cut'],
            gives: {state: 'transferring', tries: 5, wait: 60, reason: 'transfer_cut'},
        },
        {
            why: 'what no time mends fails at once',
            given: [{state: 'asked', tries: 0, moved: false}, 'course_gone'],
            gives: {state: 'failed', tries: 0, wait: 0, reason: 'course_gone'},
        },
        {
            why: 'a backup that the server deleted is asked for anew',
            given: [{state: 'transferring', tries: 1, moved: false}, 'export_gone'],
            gives: {state: 'asked', tries: 2, wait: 300, reason: 'export_gone'},
        },
        {
            why: 'what a dead process left is gone on with at once, since nobody knew of it for some minutes',
            given: [{state: 'restoring', tries: 2, moved: false}, 'worker_died'],
            gives: {state: 'restoring', tries: 3, wait: 0, reason: 'worker_died'},
        },
        {
            why: 'what dies again and again fails',
            given: [{state: 'restoring', tries: 5, moved: false}, 'worker_died'],
            gives: {state: 'failed', tries: 5, wait: 0, reason: 'worker_died'},
        },
        {
            why: 'a request that has ended stays as it is',
            given: [{state: 'cancelled', tries: 1, moved: false}, 'unreachable'],
            gives: {state: 'cancelled', tries: 1, wait: 0, reason: 'unreachable'},
        },
    ],
    stateToRepeat: [
        {why: 'a failed backup is made anew', given: ['preparing', 'backup_failed'], gives: 'asked'},
        {why: 'a cut transfer goes on', given: ['transferring', 'transfer_cut'], gives: 'transferring'},
    ],
    pollAfter: [
        {why: 'soon at first', given: [0], gives: 2},
        {why: 'less often later', given: [60], gives: 15},
        {why: 'twice a minute at least', given: [4000], gives: 30},
    ],
    mayWish: [
        {why: 'what failed may be tried again', given: ['failed', 'retry'], gives: true},
        {why: 'what is under way is not started twice', given: ['restoring', 'retry'], gives: false},
        {why: 'what is under way may be stopped', given: ['restoring', 'cancel'], gives: true},
        {why: 'what is there cannot be stopped', given: ['done', 'cancel'], gives: false},
        {why: 'what is under way is not deleted', given: ['asked', 'delete'], gives: false},
    ],
    progressOf: [
        {why: 'nothing has happened yet', given: ['scheduled', 50], gives: 0},
        {why: 'half of the bytes', given: ['transferring', 50], gives: 42},
        {why: 'a share that cannot be', given: ['restoring', 300], gives: 98},
        {why: 'all is done', given: ['done', 0], gives: 100},
    ],
};
