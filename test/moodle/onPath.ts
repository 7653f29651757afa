import {existsSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import {sbin} from './sbin.ts';

/** Where a program stands, looking also where distributions keep their servers; null where it is not. */
export function onPath(program: string): string | null {
    return sbin().split(delimiter).filter(dir => dir !== '').map(dir => join(dir, program)).find(file => existsSync(file)) ?? null;
}
