import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {PROJECT} from '../../moodle/project.ts';

/** The zip of a plugin as `npm run build` made it. */
export function builtZip(component: string): string {
    const dist = join(PROJECT, 'dist');
    const found = readdirSync(dist).filter(name => name.startsWith(`${component}-`) && name.endsWith('.zip')).sort().at(-1);
    if (found === undefined) {
        throw new Error(`dist/ holds no zip of ${component}`);
    }
    return join(dist, found);
}
