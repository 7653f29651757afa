import {existsSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';

/** What the stand-in for a mail server does wrong, so that a failure can be had at will. */
export type MailFault = {
    /**
     * `refuse` and `busy` answer 550 and 451 where the receiver is named; `cut` closes the line in the middle of the mail, `unanswered`
     * once it has kept the mail; `down` closes it before saying anything, and `hang` says nothing for `seconds`.
     */
    readonly fault: 'refuse' | 'busy' | 'cut' | 'unanswered' | 'down' | 'hang';
    /** Only every nth receiver. */
    readonly every?: number;
    /** Only this receiver. */
    readonly to?: string;
    readonly seconds?: number;
};

/** The fault stands in a file beside the mails, so that it can be changed while the server runs. */
const fileOf = (mails: string): string => `${mails}.fault`;

export function setFault(mails: string, fault: MailFault | null): void {
    if (fault === null) {
        rmSync(fileOf(mails), {force: true});
    } else {
        // Whoever reads it meanwhile reads the one before.
        writeFileSync(`${fileOf(mails)}.new`, JSON.stringify(fault));
        renameSync(`${fileOf(mails)}.new`, fileOf(mails));
    }
}

export function faultOf(mails: string): MailFault | null {
    try {
        return existsSync(fileOf(mails)) ? JSON.parse(readFileSync(fileOf(mails), 'utf8')) as MailFault : null;
    } catch {
        // Taken away meanwhile.
        return null;
    }
}
