import {type FSWatcher, readdirSync, watch} from 'node:fs';
import {join} from 'node:path';

/**
 * Calls `changed` whenever something below a folder does, until it is closed. Each folder is watched by itself: an editor that
 * replaces a file by another one changes the folder, while whoever watches the file would see nothing more of it.
 */
export function watchFolder(top: string, changed: () => void): {close(): void} {
    const watchers = new Map<string, FSWatcher>();
    const look = (): void => {
        const folders = new Set(foldersBelow(top));
        for (const [folder, watcher] of [...watchers].filter(([known]) => !folders.has(known))) {
            watcher.close();
            watchers.delete(folder);
        }
        for (const folder of [...folders].filter(found => !watchers.has(found))) {
            // A folder that goes while it is looked at is gone at the next look.
            watchers.set(folder, watch(folder, () => {
                look();
                changed();
            }).on('error', () => watchers.delete(folder)));
        }
    };
    look();
    return {
        close: () => {
            watchers.forEach(watcher => watcher.close());
            watchers.clear();
        },
    };
}

function foldersBelow(folder: string): string[] {
    try {
        const entries = readdirSync(folder, {withFileTypes: true});
        const below = entries.filter(entry => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules');
        return [folder, ...below.flatMap(({name}) => foldersBelow(join(folder, name)))];
    } catch {
        return [];
    }
}
