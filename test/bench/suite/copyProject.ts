import {execFileSync} from 'node:child_process';
import {cpSync, mkdirSync, symlinkSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {PROJECT} from '../../moodle/project.ts';

/** A copy of the sources as a fresh clone has them, so that a cold build is cold and nobody's dist/ is touched. */
export function copyProject(target: string): void {
    const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {cwd: PROJECT, encoding: 'utf8'});
    for (const file of files.split('\0').filter(name => name !== '')) {
        mkdirSync(dirname(join(target, file)), {recursive: true});
        cpSync(join(PROJECT, file), join(target, file), {force: true});
    }
    for (const modules of ['node_modules', 'build/amd/node_modules']) {
        symlinkSync(join(PROJECT, modules), join(target, modules));
    }
}
