import {zipSync, type Zippable} from 'fflate';
import type {BuiltPlugin} from './builtPlugin.ts';

/** Any fixed time makes two builds alike; this one is the earliest that zip knows. */
const MTIME = new Date(1980, 0, 1);

/** The zip that an admin uploads: one top folder, named as Moodle names the plugin's own. The same bytes for the same files. */
export function zip({model, files}: BuiltPlugin): Uint8Array {
    const entries: Zippable = {};
    for (const [path, {bytes}] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
        entries[`${model.name}/${path}`] = [bytes, {mtime: MTIME, os: 3, attrs: 0o100644 << 16}];
    }
    return zipSync(entries, {level: 9});
}

export const zipName = ({model}: BuiltPlugin): string => `${model.component}-${model.spec.release}.zip`;
