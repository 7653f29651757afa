import {existsSync, readFileSync, truncateSync} from 'node:fs';
import {placesOf} from './places.ts';
import {PROJECT} from './project.ts';

/** A mail that the catcher took, read as its receiver would. */
export type Mail = {
    readonly id: number;
    readonly received: string;
    readonly to: readonly string[];
    readonly from: string;
    readonly subject: string;
    readonly text: string;
    readonly html: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly raw: string;
};

/** Parts of what is looked for. */
export type MailFilter = {readonly to?: string; readonly subject?: string};

const ownFile = (): string => placesOf(process.env, PROJECT).mail.file;

/** Everything caught since the last clearing, the oldest first. */
export function listMails(filter: MailFilter = {}, file: string = ownFile()): Mail[] {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    // What has no end yet is being written.
    return text.slice(0, text.lastIndexOf('\n') + 1).split('\n').filter(line => line !== '')
        .map(line => JSON.parse(line) as Mail)
        .filter(mail => (filter.to === undefined || mail.to.some(address => address.includes(filter.to ?? '')))
            && (filter.subject === undefined || mail.subject.includes(filter.subject)));
}

export function clearMails(file: string = ownFile()): void {
    if (existsSync(file)) {
        truncateSync(file);
    }
}
