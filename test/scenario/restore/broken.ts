import {strict as assert} from 'node:assert';
import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, renameSync, rmSync, statfsSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Asked, Fault} from './faultyLine.ts';
import {asks, download, each, first, hasFailed, isDone, NotHere, PASS, type Scenarios} from './scenario.ts';
import type {Stage} from './stage.ts';

const PLUGIN = 'block_my_external_backup_restore_courses';

/** Backups that a server gives and that are none. */
const BACKUPS: Readonly<Record<string, string>> = {'has no course.xml': 'nocourse', 'has a section.xml that breaks off': 'section'};

/** Folders that a site needs, and the reason where it cannot have one. */
const FOLDERS: Readonly<Record<string, {readonly side: 'client' | 'server'; readonly folder: string; readonly reason: string}>> = {
    'the client cannot write what it fetches': {side: 'client', folder: `temp/${PLUGIN}`, reason: 'temp_unwritable'},
    'the client cannot unpack': {side: 'client', folder: 'temp/backup', reason: 'temp_unwritable'},
    'the server cannot write its backups': {side: 'server', folder: 'temp/backup', reason: 'backup_failed'},
};

/** Backups that are broken, disks that are full, folders that cannot be written. */
export const broken: Scenarios = {
    ...each(BACKUPS, name => `a backup ${name}: another one is made, and it comes`, async (stage, course, how) => {
        stage.line.fault(tampered(stage, how, 1));
        isDone(await stage.bring(await stage.request(course)));
    }),
    ...each(BACKUPS, name => `every backup ${name}: it fails and says so`, async (stage, course, how) => {
        stage.line.fault(tampered(stage, how, 99));
        hasFailed(await stage.bring(await stage.request(course)), 'export_broken');
    }),
    ...each(FOLDERS, name => `${name}: it fails and says so, and comes when that is mended`, async (stage, course, {side, folder, reason}) => {
        const path = join(stage[side].data, folder);
        const request = await stage.request(course);
        await instead(path, async () => { hasFailed(await stage.bring(request), reason); });
        // A process remembers for two minutes that no folder was there.
        await stage.noMaker();
        assert.ok(await stage.act('retry', request));
        isDone(await stage.bring(request));
    }),
    'the disk of the client is too small from the beginning: it fails and says so': async (stage, course) => {
        const request = await stage.request(course);
        await small(join(stage.client.data, 'temp'), 40, async () => { hasFailed(await stage.bring(request), 'client_space'); });
    },
    'the disk of the client fills in the middle: it waits, and comes when there is room': async (stage, course) => {
        const temp = join(stage.client.data, 'temp');
        await small(temp, 60, async () => {
            const full = join(temp, 'filler');
            let fetched = 0;
            stage.line.fault(asked => {
                if (download(asked) && ++fetched === 2) {
                    fill(temp, full);
                }
                return PASS;
            });
            const request = await stage.request(course);
            await stage.bring(request, 1);
            const waits = await stage.look(request);
            assert.deepEqual([waits.state, waits.reason], ['transferring', 'client_space']);
            rmSync(full);
            stage.line.fault(null);
            isDone(await stage.bring(request));
        });
    },
    'the disk of the client fills while it restores: it waits, and comes when there is room': async (stage, course) => {
        const temp = join(stage.client.data, 'temp');
        await small(temp, 60, async () => {
            const full = join(temp, 'filler');
            const request = await stage.request(course);
            // The last question before the restore.
            stage.line.fault(asked => {
                if (asks('get_contents')(asked)) {
                    setTimeout(() => { fill(temp, full, 40_000); }, 0);
                }
                return PASS;
            });
            await stage.bring(request, 1);
            const waits = await stage.look(request);
            assert.equal(waits.reason, 'client_space', `${waits.state} ${waits.reason ?? ''}`);
            rmSync(full);
            stage.line.fault(null);
            isDone(await stage.bring(request));
        });
    },
    'the disk of the server is too small: it fails and says so': async (stage, course) => {
        await small(join(stage.server.data, 'temp/backup'), 40, async () => { hasFailed(await stage.bring(await stage.request(course)), 'server_space'); });
    },
};

/** The server's newest backup is changed before tickets for it are asked for, so many times. */
function tampered({server, ask}: Stage, how: string, times: number): (asked: Asked) => Fault {
    const meant = first(times, asks('get_tickets'), {does: 'answer', status: 200, body: ''});
    // What the client knows of the backup it asks before: the question after a refused one is answered with the changed backup.
    let changed = false;
    return asked => {
        if (asks('ask_for_export')(asked)) {
            changed = false;
        }
        if (asks('get_tickets')(asked) && !changed && meant(asked).does === 'answer') {
            changed = true;
            return {does: 'hold', until: () => ask(server, 'tamper.php', how), then: {does: 'answer', status: 503, body: ''}};
        }
        return PASS;
    };
}

/** Puts a file where a folder is needed, for a while. */
async function instead(path: string, play: () => Promise<void>): Promise<void> {
    const aside = `${path}.aside`;
    const was = existsSync(path);
    if (was) {
        renameSync(path, aside);
    }
    writeFileSync(path, '');
    try {
        await play();
    } finally {
        rmSync(path);
        if (was) {
            renameSync(aside, path);
        }
    }
}

/** Gives a folder a disk of its own, of so many megabytes, for a while. */
async function small(path: string, megabytes: number, play: () => Promise<void>): Promise<void> {
    mkdirSync(path, {recursive: true});
    try {
        execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=2777`, 'tmpfs', path], {stdio: 'pipe'});
    } catch {
        throw new NotHere('no disk may be mounted here');
    }
    try {
        await play();
    } finally {
        execFileSync('umount', ['-l', path]);
    }
}

/** Fills a disk up to so many bytes. */
function fill(folder: string, file: string, left = 0): void {
    const {bavail, bsize} = statfsSync(folder);
    writeFileSync(file, Buffer.alloc(Math.max(0, bavail * bsize - left)));
}
