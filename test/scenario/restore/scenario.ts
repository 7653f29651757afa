import {strict as assert} from 'node:assert';
import type {Asked, Fault} from './faultyLine.ts';
import type {Ended, Stage} from './stage.ts';

/** One thing that happens between two Moodles, with a course of the server that was made for it. */
export type Scenario = (stage: Stage, course: number) => Promise<void>;
export type Scenarios = Readonly<Record<string, Scenario>>;

/** What a scenario throws that cannot be played on this pair or machine. */
export class NotHere extends Error {}

export const PASS: Fault = {does: 'pass'};

/** A fault for the first requests that are meant, then a line that works. */
export function first(times: number, meant: (asked: Asked) => boolean, fault: Fault): (asked: Asked) => Fault {
    let left = times;
    return asked => (meant(asked) && left-- > 0 ? fault : PASS);
}

/** A fault for all requests that are meant. */
export const always = (meant: (asked: Asked) => boolean, fault: Fault) => (asked: Asked): Fault => (meant(asked) ? fault : PASS);

export const download = ({script}: Asked): boolean => script.endsWith('/download.php');
export const asks = (name: string) => ({wants}: Asked): boolean => wants === name;
export const service = ({script}: Asked): boolean => script.endsWith('/server.php');

/** The course is there. */
export function isDone(ended: Ended): void {
    assert.equal(ended.state, 'done', `${ended.state} ${ended.reason ?? ''} ${ended.detail ?? ''}`);
}

/** It has failed, and says why; no course is left of it. */
export function hasFailed(ended: Ended, reason: string): void {
    assert.deepEqual([ended.state, ended.reason, ended.courseid], ['failed', reason, null]);
}

/** Makes scenarios of a table. */
export function each<T>(table: Readonly<Record<string, T>>, name: (key: string) => string, play: (stage: Stage, course: number, one: T) => Promise<void>): Scenarios {
    return Object.fromEntries(Object.entries(table).map(([key, one]) => [name(key), (stage: Stage, course: number) => play(stage, course, one)]));
}

/** The same with a course of so many pages, which takes its time to be restored. */
export const withPages = (pages: number, scenarios: Scenarios): Scenarios => Object.fromEntries(Object.entries(scenarios).map(([name, play]) =>
    [name, async (stage: Stage) => play(stage, await stage.course(`p${Date.now()}`, 6, 100_000, pages))]));

/** The same where user data leave the server for whoever owns a course. */
export const peopleLeave = (play: Scenario): Scenario => async (stage, course) => {
    const [setting, plugin] = ['userdatafor', 'block_my_external_backup_restore_courses'];
    await stage.server.set(setting, 'everybody', plugin);
    // A process keeps the settings that it has read.
    await stage.noMaker();
    try {
        await play(stage, course);
    } finally {
        await stage.server.set(setting, 'permitted', plugin);
        await stage.noMaker();
    }
};
