import {execFileSync} from 'node:child_process';
import {cpSync, mkdirSync, readdirSync, symlinkSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {PROJECT} from '../../moodle/project.ts';

/** A copy of the sources as a fresh clone has them, so that a cold build is cold and nobody's dist/ is touched. */
export function copyProject(target: string): void {
    const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {cwd: PROJECT, encoding: 'utf8'});
    for (const file of files.split('\0').filter(name => name !== '')) {
        mkdirSync(dirname(join(target, file)), {recursive: true});
        cpSync(join(PROJECT, file), join(target, file), {force: true});
    }
    linkPackages('node_modules', target);
    linkPackages('build/amd/node_modules', target);
}

/** The packages without `.cache`: what an earlier build remembers there would make a cold one warm. */
function linkPackages(folder: string, target: string): void {
    mkdirSync(join(target, folder));
    for (const name of readdirSync(join(PROJECT, folder)).filter(entry => entry !== '.cache')) {
        symlinkSync(join(PROJECT, folder, name), join(target, folder, name));
    }
}
