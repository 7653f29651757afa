import {spawn, type ChildProcess} from 'node:child_process';
import {chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import {newPlugin} from '../../../build/new/newPlugin.ts';
import {PROJECT} from '../../../build/write/pluginFolder.ts';

const SLOW = {timeout: 120_000, interval: 50};
let home: string;
let output: string;
let watching: ChildProcess | undefined;

const sources = (path: string): string => join(home, 'local_watched', path);
const inMoodle = (path: string): string => join(home, 'moodle/local/watched', path);
const put = (path: string, text: string): void => {
    mkdirSync(join(path, '..'), {recursive: true});
    writeFileSync(path, text);
};
const edit = (path: string, from: string, to: string): void => put(sources(path), readFileSync(sources(path), 'utf8').replace(from, to));
const reads = async (path: string, text: string): Promise<void> => vi.waitFor(() => expect(readFileSync(inMoodle(path), 'utf8')).toContain(text), SLOW);
const says = async (text: string): Promise<void> => vi.waitFor(() => expect(output).toContain(text), SLOW);

beforeEach(async () => {
    home = mkdtempSync(join(PROJECT, '.new-'));
    output = '';
    await newPlugin(['local_watched'], home);
    put(join(home, 'moodle/version.php'), '<?php');
    put(join(home, 'moodle/lib/moodlelib.php'), '<?php');
    put(join(home, 'moodle/config.php'), '<?php');
    // Says what it is asked for, in place of a php.
    put(join(home, 'php'), `#!/bin/sh\necho "$@" >> ${join(home, 'asked')}\n`);
    chmodSync(join(home, 'php'), 0o755);
});
afterEach(() => {
    watching?.kill('SIGKILL');
    rmSync(home, {recursive: true});
});

function watch(moodle: string): void {
    const args = ['build/cli.ts', '--watch', '--from', sources(''), '--moodle', moodle];
    const child = spawn(join(PROJECT, 'node_modules/.bin/tsx'), args, {cwd: PROJECT, env: {...process.env, MOODLE_PHP: join(home, 'php')}});
    watching = child;
    for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk: Buffer) => {
            output += chunk.toString();
        });
    }
}

test('each kind of source is taken over by the Moodle that is watched for, and what it keeps of it is forgotten', {timeout: 400_000}, async () => {
    watch(join(home, 'moodle'));
    await says('Watching');
    edit('lang/en.ts', 'Good morning', 'Morning');
    await reads('lang/en/local_watched.php', "'Morning, {$a}'");
    await says('Moodle reads anew: lang');
    edit('templates/greeting.mustache', '<p class', '<p lang="en" class');
    await reads('templates/greeting.mustache', '<p lang="en" class');
    edit('manifest.ts', "release: '0.1.0'", "release: '0.1.1'");
    await reads('version.php', "'0.1.1'");
    await says('version.php: Moodle takes this over at an upgrade');
    edit('rules/dayPart.ts', 'hour < 12', 'hour < 11');
    await reads('classes/local/rules/day_part.php', '$hour < 11');
    await vi.waitFor(() => expect(readFileSync(join(home, 'asked'), 'utf8')).toMatch(/ lang\n[^]* template\n[^]* js\n/), SLOW);

    edit('lang/en.ts', 'export', 'exprot');
    await says('nothing written');
    expect(readFileSync(inMoodle('lang/en/local_watched.php'), 'utf8')).toContain('Morning');
    edit('lang/en.ts', 'exprot', 'export');
    put(sources('php/classes/local/more/added.php'), '<?php\nnamespace local_watched\\local\\more;\n\nfinal class added {\n}\n');
    await vi.waitFor(() => expect(existsSync(inMoodle('classes/local/more/added.php'))).toBe(true), SLOW);
    await says('Moodle reads anew: classes');
});

test('a folder that is no Moodle ends it at once', {timeout: 200_000}, async () => {
    watch(join(home, 'local_watched'));
    await says('not-moodle');
    await vi.waitFor(() => expect(watching?.exitCode).toBe(2), SLOW);
});
