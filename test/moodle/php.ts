import {chmodSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {delimiter, join, resolve} from 'node:path';
import {phpDoesNotRun, phpNotFound, phpUnknown} from '../../build/diagnostics/harness.ts';
import {lackOfExtensions} from './machine.ts';
import {onPath} from './onPath.ts';
import type {SitePlaces} from './places.ts';
import {debianWith} from './debian/debianReleases.ts';
import {ensureDebianRoot} from './debian/debianRoot.ts';
import {enterScript, phpOfRoot} from './debian/enter.ts';
import {quoted} from './quoted.ts';
import {Refusal} from './refusal.ts';
import {outcome, run, tail} from './run.ts';

/** A program of the machine, or one that stands in the root of another Debian. */
type Php = {readonly program: string; readonly root: string | null};

/** What `--php` names, written so that it means the same in every folder: a version, or a full path. */
export function phpNamed(asked: string | undefined): string | null {
    return asked === undefined ? null : isVersion(asked) ? asked : resolve(asked);
}

/**
 * Puts the PHP that is asked for into the folder of programs of this site: 8.4, a program, a folder that holds one, or the root of a
 * Debian. Null takes the machine's own.
 */
export async function preparePhp({programs}: Pick<SitePlaces, 'programs'>, asked: string | null, cache: string, say: (line: string) => void): Promise<void> {
    rmSync(programs, {recursive: true, force: true});
    if (asked === null) {
        return;
    }
    const php = isVersion(asked) ? await phpOfVersion(asked, cache, say) : phpAt(asked);
    mkdirSync(programs, {recursive: true});
    const script = php.root === null ? ['#!/bin/sh', `exec ${quoted(php.program)} "$@"`, ''].join('\n') : enterScript(php.root, php.program, programs);
    const file = join(programs, 'php');
    writeFileSync(file, script);
    chmodSync(file, 0o755);
    const {code, stdout, stderr} = await outcome(file, ['-r', 'echo PHP_VERSION;']);
    if (code !== 0 || !/^\d+\.\d+/.test(stdout)) {
        throw new Refusal(phpDoesNotRun(asked, tail(`${stdout}\n${stderr}`)));
    }
    const lack = lackOfExtensions((await outcome(file, ['-m'])).stdout.split('\n'));
    if (lack !== null) {
        throw new Refusal(lack.diagnostic);
    }
}

/** What a process needs in its environment so that it, and every PHP that it starts, is the PHP of this site. */
export function phpEnvironment(programs: string): Record<string, string> {
    return {PATH: `${programs}${delimiter}${process.env['PATH'] ?? ''}`};
}

export async function phpVersion({programs}: Pick<SitePlaces, 'programs'>): Promise<string> {
    return run('php', ['-r', 'echo PHP_VERSION;'], {env: phpEnvironment(programs)});
}

async function phpOfVersion(version: string, cache: string, say: (line: string) => void): Promise<Php> {
    for (const name of [`php${version}`, 'php']) {
        const program = onPath(name);
        if (program !== null && (await outcome(program, ['-n', '-r', 'echo PHP_VERSION;'])).stdout.startsWith(`${version}.`)) {
            return {program, root: null};
        }
    }
    const release = debianWith(version);
    if (release === null) {
        throw new Refusal(phpUnknown(version));
    }
    const root = await ensureDebianRoot(release, cache, say);
    return {program: `/usr/bin/php${version}`, root};
}

function phpAt(path: string): Php {
    if (!existsSync(path)) {
        throw new Refusal(phpNotFound(path));
    }
    if (statSync(path).isFile()) {
        return {program: path, root: null};
    }
    const inRoot = phpOfRoot(path);
    if (inRoot !== null) {
        return {program: inRoot, root: path};
    }
    const program = [join(path, 'bin', 'php'), join(path, 'php')].find(file => existsSync(file));
    if (program === undefined) {
        throw new Refusal(phpNotFound(path));
    }
    return {program, root: null};
}

function isVersion(asked: string): boolean {
    return /^\d+\.\d+$/.test(asked);
}
