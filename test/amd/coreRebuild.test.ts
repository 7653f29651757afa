import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {coreRebuild} from './coreRebuild.ts';
import {moodleTrees} from './moodleTrees.ts';

type Lock = {readonly packages: Readonly<Record<string, {readonly version?: string; readonly integrity?: string; readonly resolved?: string}>>};

const tree = moodleTrees().find(({release}) => release.startsWith('4.5'));
const lockOf = (path: string): Lock => JSON.parse(readFileSync(path, 'utf8')) as Lock;
const ours = Object.entries(lockOf(new URL('../../build/amd/package-lock.json', import.meta.url).pathname).packages).filter(([path]) => path !== '');

describe.skipIf(tree === undefined)('with a Moodle 4.5 tree at hand (else skipped: set MOODLE_DIR)', () => {
    test("core's ES modules come out with the bytes Moodle ships (every tenth here, all with npm run test:moodle)", async () => {
        const {total, differing} = await coreRebuild(tree?.web ?? '', 10);
        expect(differing).toEqual([]);
        expect(total).toBeGreaterThan(8);
    });

    test('every package of the browser build has the version and the contents that Moodle locks', () => {
        const theirs = lockOf(join(tree?.dir ?? '', 'npm-shrinkwrap.json')).packages;
        // What Moodle's lock leaves out is for macOS only.
        const locked = ours.filter(([path]) => path !== 'node_modules/fsevents');
        expect(locked.length).toBeGreaterThan(150);
        for (const [path, {version, integrity}] of locked) {
            expect({version, integrity}, path).toEqual({version: theirs[path]?.version, integrity: theirs[path]?.integrity});
        }
    });
});

test('the lock of the browser build names no place to fetch from', () => {
    expect(ours.filter(([, {resolved}]) => resolved !== undefined)).toEqual([]);
});
