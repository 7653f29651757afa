import {join} from 'node:path';

/** A command of node_modules, named directly: `npx` costs half a second at each call. */
export function localBin(name: string): string {
    return join('node_modules', '.bin', name);
}
