/** What came of a request. */
export type Answer = {
    /** Of HTTP; 0 where there was no answer. */
    readonly status: number;
    /** Whether the body is JSON. */
    readonly isjson: boolean;
    /** Whether this site forbids the address. */
    readonly blocked: boolean;
};

/** What an answer means: it has arrived, try again later, nobody is let in, or this message is not wanted. */
export type Verdict = 'sent' | 'wait' | 'stop' | 'refused';

/** Why, by a name that the languages know. */
export type Reason = 'none' | 'blocked' | 'noanswer' | 'notjson' | 'redirected' | 'key' | 'forbidden' | 'busy' | 'failing' | 'refused';

/** Refusals that say nothing of the message. */
const LATER: readonly number[] = [408, 425, 429];

/** Why a message has not arrived; `none` where it has. Some answer 200 with a page when their API is off. */
export function reasonOf(answer: Answer): Reason {
    if (answer.blocked) {
        return 'blocked';
    }
    if (answer.status < 200) {
        return 'noanswer';
    }
    if (answer.status < 300) {
        return answer.isjson ? 'none' : 'notjson';
    }
    if (answer.status < 400) {
        return 'redirected';
    }
    if (answer.status === 401) {
        return 'key';
    }
    if (answer.status === 403) {
        return 'forbidden';
    }
    if (LATER.includes(answer.status)) {
        return 'busy';
    }
    return answer.status < 500 ? 'refused' : 'failing';
}

/** What a reason means for the message and for those that follow. */
export function verdictOn(reason: Reason): Verdict {
    switch (reason) {
        case 'none':
            return 'sent';
        case 'key':
        case 'forbidden':
        case 'blocked':
            return 'stop';
        case 'refused':
            return 'refused';
        default:
            return 'wait';
    }
}
