import {existsSync, openSync, readSync, statSync, closeSync} from 'node:fs';
import {setTimeout as wait} from 'node:timers/promises';
import type {SiteName} from '../../moodle/places.ts';

/** What one PHP process, or one request to the web server, took. */
export type Spent = {
    readonly site: SiteName;
    readonly script: string;
    /** The function of the web service, without the plugin's name. */
    readonly wants: string;
    readonly wall: number;
    /** Seconds of a processor. */
    readonly cpu: number;
    /** At its peak, in MiB. */
    readonly memory: number;
    readonly queries: number;
};

/** Reads what meter.php writes. */
export class Meter {
    readonly file: string;
    #read = 0;

    constructor(file: string) {
        this.file = file;
    }

    /** What has ended since the last time. */
    async take(): Promise<readonly Spent[]> {
        // A web server answers before it is through.
        await wait(200);
        if (!existsSync(this.file)) {
            return [];
        }
        const text = Buffer.alloc(statSync(this.file).size - this.#read);
        const handle = openSync(this.file, 'r');
        readSync(handle, text, 0, text.length, this.#read);
        closeSync(handle);
        this.#read += text.length;
        return text.toString().split('\n').filter(line => line !== '').map(line => JSON.parse(line) as Spent);
    }
}

export const of = (spent: readonly Spent[], site: SiteName): readonly Spent[] => spent.filter(one => one.site === site);
export const cpu = (spent: readonly Spent[]): number => spent.reduce((sum, one) => sum + one.cpu, 0);
export const peak = (spent: readonly Spent[]): number => Math.max(0, ...spent.map(({memory}) => memory));
export const queries = (spent: readonly Spent[]): number => spent.reduce((sum, one) => sum + one.queries, 0);
