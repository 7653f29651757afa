import type {Reason, Verdict} from './verdict.ts';

/** A verdict as a line of the trace, in the words that admins search their logs for. */
export function traceLine(courseid: number, email: string, verdict: Verdict): string {
    const who = `${courseid} ${verdict.signal} -${email}`;
    if (verdict.trap === '') {
        return `${who} Accepted for notification`;
    }
    return `${who} trapped rule ${verdict.trap} : ${sentenceOf(verdict.reason)}`;
}

/** An accepted message that does not leave in this run: no place is left, or its receiver is not to be written to at this hour. */
export function waitingLine(courseid: number, email: string, signal: string, why: 'place' | 'hours'): string {
    const reason = why === 'place' ? 'no place left in this run' : 'not within the sending hours';
    return `${courseid} ${signal} -${email} waits : ${reason}`;
}

/** The words of the trace; never translated, since people search for them. */
function sentenceOf(reason: Reason): string {
    switch (reason) {
        case 'off':
            return 'Not concerned (signal off)';
        case 'noenrolment':
            return 'Not concerned (no active enrolment)';
        case 'hidden':
            return 'Not concerned (hidden course)';
        case 'excluded':
            return 'Not concerned (excluded)';
        case 'optedout':
            return 'Not concerned (opted out)';
        case 'coursecompleted':
            return 'Course completed';
        case 'accessed':
            return 'Already accessed course';
        case 'alreadysent':
            return 'Already sent';
        case 'infinite':
            return 'Infinite enrol';
        case 'toofar':
            return 'End date is too far ahead';
        case 'over':
            return 'Enrol is over';
        case 'outofrange':
            return 'Out of concerned time range';
        case 'nearer':
            return 'Nearer signal sent or due';
        case 'outranked':
            return 'More urgent signal due';
        case 'spokenfor':
            return 'More urgent signal sent';
        case 'recentlycalled':
            return 'Recently called';
        case 'justtold':
            return 'Mail sent less than an hour ago';
        case 'waiting':
            return "Waiting for the manager's choice";
        default:
            return 'Accepted';
    }
}
