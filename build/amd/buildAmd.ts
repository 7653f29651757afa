import {browserChainMissing, cannotTransform, sameModuleTwice} from '../diagnostics/amd.ts';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {browserChainInstalled} from './browserChain.ts';
import {erase} from './erase.ts';
import {minify, type Minified} from './minify.ts';
import {remember, remembered} from './minifyCache.ts';
import {modulePath} from './moduleName.ts';

export type BrowserSources = {
    readonly component: string;
    /** amd/*.ts and rules/*.ts by plugin-relative path, and modules that are JavaScript already, such as amd/src/local/client.js. */
    readonly sources: ReadonlyMap<string, string>;
};
export type BrowserFiles = {readonly files: Map<string, string>; readonly problems: Diagnostic[]};

/** Everything of a plugin that a browser runs: readable in amd/src, minified in amd/build. */
export async function buildAmd({component, sources}: BrowserSources): Promise<BrowserFiles> {
    const {files, problems} = readable(component, sources);
    if (problems.length > 0) {
        return {files: new Map(), problems};
    }
    for (const [path, code] of [...files]) {
        const module = {component, path: path.slice('amd/src/'.length, -'.js'.length), code};
        const known = remembered(module);
        if (known === null && !browserChainInstalled()) {
            return {files: new Map(), problems: [browserChainMissing()]};
        }
        try {
            const {code: built, map} = known ?? await minifyAndRemember(module);
            files.set(`amd/build/${module.path}.min.js`, built);
            files.set(`amd/build/${module.path}.min.js.map`, map);
        } catch (error) {
            problems.push(cannotTransform({file: `plugins/${component}/${path}`, line: null}, String(error)));
        }
    }
    return {files, problems};
}

/** amd/src, before anything is minified. */
export function readable(component: string, sources: ReadonlyMap<string, string>): BrowserFiles {
    const files = new Map<string, string>();
    const problems: Diagnostic[] = [];
    const madeFrom = new Map<string, string>();
    for (const [path, text] of sources) {
        if (path === 'client.ts' || modulePath(path) === null) {
            continue;
        }
        const made = path.endsWith('.ts') ? erase({component, path, text}, sources) : {path, text, problems: []};
        const other = madeFrom.get(made.path);
        if (other !== undefined) {
            problems.push(sameModuleTwice({file: `plugins/${component}/${path}`, line: null}, made.path, other));
        }
        madeFrom.set(made.path, path);
        files.set(made.path, made.text);
        problems.push(...made.problems);
    }
    return {files: new Map([...files].toSorted(([a], [b]) => a < b ? -1 : 1)), problems};
}

async function minifyAndRemember(module: {component: string; path: string; code: string}): Promise<Minified> {
    const made = await minify(module);
    remember(module, made);
    return made;
}
