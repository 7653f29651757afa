import type {Vectors} from '../../../test/rules/vectors.ts';
import {DAY, NOW, leaver, newcomer, settings} from './sample.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

export const vectors: Vectors<typeof import('../rules/delivery.ts')> = {
    causeOf: [
        {why: 'an address to which Moodle writes nothing', given: [{stage: 'address', code: 0, about: 0}], gives: 'address'},
        {why: 'nobody answers at the door', given: [{stage: 'connect', code: 111, about: 0}], gives: 'connection'},
        {why: 'the line is cut while the receiver is named', given: [{stage: 'recipient', code: 0, about: 0}], gives: 'connection'},
        {why: 'the line is cut before the mail was complete', given: [{stage: 'data', code: 0, about: 0}], gives: 'connection'},
        {why: 'a complete mail without an answer', given: [{stage: 'end', code: 0, about: 0}], gives: 'noanswer'},
        {why: 'no such mailbox', given: [{stage: 'recipient', code: 550, about: 1}], gives: 'refused'},
        {why: 'a refusal that says no more', given: [{stage: 'recipient', code: 550, about: 0}], gives: 'refused'},
        {why: 'relaying denied says nothing of the person', given: [{stage: 'recipient', code: 554, about: 7}], gives: 'policy'},
        {why: 'a sender who is not welcome', given: [{stage: 'sender', code: 550, about: 0}], gives: 'policy'},
        {why: 'a mail that looks like spam', given: [{stage: 'end', code: 554, about: 0}], gives: 'policy'},
        {why: 'a mailbox that is found to be full at the end', given: [{stage: 'end', code: 552, about: 2}], gives: 'refused'},
        {why: 'greylisted', given: [{stage: 'recipient', code: 451, about: 7}], gives: 'busy'},
        {why: 'the mail program of the machine fails', given: [{stage: 'local', code: 0, about: 0}], gives: 'local'},
        {why: 'another output failed before the mail was written', given: [{stage: 'none', code: 0, about: 0}], gives: 'output'},
    ],
    meaningOf: [
        {why: 'the server knows nobody of that name', given: ['refused'], gives: 'final'},
        {why: 'what has no address cannot be mailed', given: ['address'], gives: 'final'},
        {why: 'taken without an answer', given: ['noanswer'], gives: 'unsure'},
        {why: 'a server that is busy', given: ['busy'], gives: 'again'},
        {why: 'a server that is not there', given: ['connection'], gives: 'again'},
    ],
    nextStep: [
        {why: 'sixty bad addresses stop nobody', given: ['address', 60, 0], gives: 'on'},
        {why: 'a single refusal is about one person', given: ['refused', 1, 0], gives: 'on'},
        {why: 'after some refusals in a row the server is looked at', given: ['refused', 5, 0], gives: 'look'},
        {why: 'and not after each that follows', given: ['refused', 6, 0], gives: 'on'},
        {why: 'but when they have doubled', given: ['refused', 20, 0], gives: 'look'},
        {why: 'refusals alone never end a run', given: ['refused', 1000, 0], gives: 'on'},
        {why: 'a lost line is looked at once', given: ['connection', 1, 0], gives: 'look'},
        {why: 'a line that is lost again and again', given: ['connection', 5, 0], gives: 'end'},
        {why: 'a mail taken without an answer', given: ['noanswer', 1, 0], gives: 'look'},
        {why: 'no more mails into a hole', given: ['noanswer', 3, 0], gives: 'end'},
        {why: 'a busy server is looked at', given: ['busy', 10, 0], gives: 'look'},
        {why: 'a server that is busy for everybody', given: ['busy', 40, 0], gives: 'end'},
        {why: 'a mail program cannot be asked', given: ['local', 5, 0], gives: 'end'},
        {why: 'a broken output is no matter of the server', given: ['output', 500, 0], gives: 'on'},
        {why: 'a server that hangs for every tenth mail only', given: ['noanswer', 1, 600], gives: 'look'},
        {why: 'and has held up the run long enough', given: ['noanswer', 1, 900], gives: 'end'},
    ],
    nextTry: [
        {why: 'soon after the first try', given: [1, NOW, null], gives: NOW + 15 * MINUTE},
        {why: 'later after the second', given: [2, NOW, null], gives: NOW + HOUR},
        {why: 'a day after the many', given: [50, NOW, null], gives: NOW + DAY},
        {why: 'a last time before it is too late', given: [4, NOW, NOW + 5 * HOUR], gives: NOW + 4 * HOUR},
        {why: 'never where it is too late', given: [2, NOW, NOW + 30 * MINUTE], gives: null},
    ],
    worthUntil: [
        {why: 'news of access are news for a week', given: ['firstassign', NOW, newcomer, settings], gives: NOW + 7 * DAY},
        {why: 'a reminder gives way to the next one', given: ['inactive', NOW, {...newcomer, start: NOW - 14 * DAY}, settings], gives: NOW + 7 * DAY},
        {why: 'and to the end of access', given: ['inactive', NOW, leaver(3), settings], gives: NOW + 3 * DAY},
        {why: 'where access ends no more, nothing closes', given: ['closed', NOW, newcomer, settings], gives: null},
    ],
    isStillWanted: [
        {
            why: 'its own claim does not hold it back',
            given: ['firstassign', NOW, {...newcomer, sent: [{signal: 'firstassign', anchor: NOW, time: NOW, mailed: true}]}, settings, NOW + HOUR],
            gives: true,
        },
        {
            why: 'who came in the meantime need not be told',
            given: ['firstassign', NOW, {...newcomer, lastaccess: NOW + 10}, settings, NOW + HOUR],
            gives: false,
        },
        {
            why: 'after a less urgent mail it only waits',
            given: ['firstassign', NOW, {...newcomer, sent: [{signal: 'inactive', anchor: 5, time: NOW, mailed: true}]}, settings, NOW],
            gives: true,
        },
        {
            why: 'a more urgent mail of this hour speaks for it',
            given: ['firstassign', NOW, {...newcomer, sent: [{signal: 'closed', anchor: 5, time: NOW, mailed: true}]}, settings, NOW],
            gives: false,
        },
        {why: 'another date is another mail', given: ['firstassign', NOW - DAY, newcomer, settings, NOW + HOUR], gives: false},
        {
            why: 'a nearer signal speaks for it',
            given: ['twoweeksnearend', NOW + 6 * DAY, {...leaver(6), sent: [{signal: 'oneweeknearend', anchor: NOW + 6 * DAY, time: NOW - DAY, mailed: true}]}, settings, NOW],
            gives: false,
        },
    ],
    mayFollowFrom: [
        {
            why: 'its own claim does not count, another mail does',
            given: ['firstassign', NOW, {...newcomer, sent: [{signal: 'firstassign', anchor: NOW, time: NOW, mailed: true}, {signal: 'inactive', anchor: 5, time: NOW - 600, mailed: true}]}],
            gives: NOW + 3000,
        },
    ],
};
