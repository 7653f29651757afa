import {pathToFileURL} from 'node:url';

type Loaded = {readonly texts: string; readonly module: Promise<{readonly default?: unknown}>};

const loaded = new Map<string, Loaded>();

/**
 * A module as its file is now, though this process may have loaded it before: Node itself gives the first one for ever. `texts` are
 * those of the file and of whatever it may import.
 */
export function freshModule(path: string, texts: string): Loaded['module'] {
    const before = loaded.get(path);
    if (before?.texts === texts) {
        return before.module;
    }
    const {href} = pathToFileURL(path);
    const module = before === undefined
        ? import(href) as Loaded['module']
        : import('tsx/esm/api').then(({tsImport}) => tsImport(href, import.meta.url) as Loaded['module']);
    loaded.set(path, {texts, module});
    return module;
}
