import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {notReloaded, readAtUpgrade, reloaded} from '../diagnostics/watch.ts';
import type {WrittenFiles} from './writeFolder.ts';

const SCRIPT = join(import.meta.dirname, 'reloadCaches.php');

/** What Moodle keeps of a plugin's files, by the files that it keeps it of. */
const KEPT: readonly (readonly [cache: string, files: RegExp])[] = [
    ['lang', /^lang\//],
    ['template', /^templates\//],
    ['js', /^amd\/build\//],
    ['theme', /^(styles\.css|pix\/)/],
];

/** Makes the Moodle in a tree forget what it knows of the files that were written, and says what it takes over only later. */
export async function reloadMoodle(tree: string, {changed, added, removed}: WrittenFiles): Promise<readonly string[]> {
    const config = join(resolve(tree), 'config.php');
    const touched = [...changed, ...removed];
    const caches = KEPT.filter(([, files]) => touched.some(path => files.test(path))).map(([cache]) => cache);
    const classes = [...added, ...removed].some(path => /^classes\/.*\.php$/.test(path)) ? ['classes'] : [];
    const wanted = [...caches, ...classes];
    const later = touched.filter(path => /^(db\/|version\.php$)/.test(path));
    return [
        ...wanted.length > 0 && existsSync(config) ? [await reload(config, wanted)] : [],
        ...later.length > 0 ? [readAtUpgrade(later)] : [],
    ];
}

function reload(config: string, caches: readonly string[]): Promise<string> {
    return new Promise(done => {
        const options = ['-d', 'memory_limit=512M', '-d', 'display_errors=stderr'];
        execFile(process.env['MOODLE_PHP'] ?? 'php', [...options, SCRIPT, config, caches.join()], (error, stdout, stderr) => {
            done(error === null ? reloaded(caches) : notReloaded(caches, (stderr || stdout || error.message).trim().split('\n')[0] ?? ''));
        });
    });
}
