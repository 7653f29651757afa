import {existsSync, readFileSync} from 'node:fs';
import {homedir} from 'node:os';
import {join} from 'node:path';

export type MoodleTree = {
    /** For people: 4.5, 5.1. */
    readonly release: string;
    /** Holds .eslintrc and .grunt. */
    readonly dir: string;
    /** Holds lib/; public/ since 5.1. */
    readonly web: string;
};

/** The Moodle trees of this machine that can be read: $MOODLE_DIR, or those in the cache. */
export function moodleTrees(): MoodleTree[] {
    const given = process.env['MOODLE_DIR'];
    const cache = join(homedir(), '.cache/moodle-plugin-suite');
    const folders = given !== undefined && given !== '' ? [given] : ['moodle-405', 'moodle-501', 'moodle-502'].map(name => join(cache, name));
    return folders.flatMap(dir => {
        const web = existsSync(join(dir, 'public/version.php')) ? join(dir, 'public') : dir;
        const version = join(web, 'version.php');
        const release = existsSync(version) ? /\$release\s*=\s*'([\d.]+)/.exec(readFileSync(version, 'utf8'))?.[1] : undefined;
        return release === undefined ? [] : [{release, dir, web}];
    });
}
