import {browserChainMissing, cannotTransform, definesNothing, sameModuleTwice} from '../diagnostics/amd.ts';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {remembered} from '../memory/remembered.ts';
import {browserChainInstalled} from './browserChain.ts';
import type {ErasedModule, TypedModule} from './erase.ts';
import {importClosure} from './importClosure.ts';
import {type BrowserModule, minify, type Minified} from './minify.ts';
import {modulePath} from './moduleName.ts';

export type BrowserSources = {
    readonly component: string;
    /** amd/*.ts and rules/*.ts by plugin-relative path, and modules that are JavaScript already, such as amd/src/local/client.js. */
    readonly sources: ReadonlyMap<string, string>;
};
export type BrowserFiles = {readonly files: Map<string, string>; readonly problems: Diagnostic[]};

/** Everything of a plugin that a browser runs: readable in amd/src, minified in amd/build. */
export async function buildAmd({component, sources}: BrowserSources): Promise<BrowserFiles> {
    const {files, problems} = await readable(component, sources);
    if (problems.length > 0) {
        return {files: new Map(), problems};
    }
    for (const [path, code] of [...files]) {
        const module = {component, path: path.slice('amd/src/'.length, -'.js'.length), code};
        const built = await minified(module);
        if ('problem' in built) {
            problems.push(built.problem);
            continue;
        }
        files.set(`amd/build/${module.path}.min.js`, built.code);
        files.set(`amd/build/${module.path}.min.js.map`, built.map);
    }
    // A missing chain is one problem, however many modules wait for it.
    return problems.length > 0 ? {files: new Map(), problems: distinct(problems)} : {files, problems};
}

/** What stands in amd/src, by path. */
async function readable(component: string, sources: ReadonlyMap<string, string>): Promise<BrowserFiles> {
    const files = new Map<string, string>();
    const problems: Diagnostic[] = [];
    const madeFrom = new Map<string, string>();
    for (const [path, text] of sources) {
        if (path === 'client.ts' || modulePath(path) === null) {
            continue;
        }
        const made = path.endsWith('.ts') ? await erased({component, path, text}, sources) : {path, text, problems: []};
        problems.push(...made.problems);
        if (made.text === null) {
            continue;
        }
        const other = madeFrom.get(made.path);
        if (other !== undefined) {
            problems.push(sameModuleTwice({file: `plugins/${component}/${path}`, line: null}, made.path, other));
        }
        madeFrom.set(made.path, path);
        files.set(made.path, made.text);
    }
    return {files: new Map([...files].toSorted(([a], [b]) => a < b ? -1 : 1)), problems};
}

/** The TypeScript compiler is loaded only where a module, or one that it imports, has changed. */
function erased(module: TypedModule, sources: ReadonlyMap<string, string>): Promise<ErasedModule> {
    const asked = [module, ...importClosure(module.path, sources)];
    return remembered({step: 'erase', asked}, async () => (await import('./erase.ts')).erase(module, sources), ({problems}) => problems.length === 0);
}

type Tried = Minified | {readonly problem: Diagnostic};

const minified = (module: BrowserModule): Promise<Tried> =>
    remembered({step: 'minify', asked: module}, () => tried(module), answer => !('problem' in answer));

async function tried(module: BrowserModule): Promise<Tried> {
    if (!browserChainInstalled()) {
        return {problem: browserChainMissing()};
    }
    const place = {file: `plugins/${module.component}/amd/src/${module.path}.js`, line: null};
    try {
        const made = await minify(module);
        return definesItself(module, made.code) ? made : {problem: definesNothing(place)};
    } catch (error) {
        return {problem: cannotTransform(place, String(error))};
    }
}

/** Moodle serves all modules of a site as one file, and writes a warning in front of it for one that defines nothing: then none loads. */
const definesItself = ({component, path}: BrowserModule, code: string): boolean => code.startsWith(`define("${component}/${path}",`);

const distinct = (problems: readonly Diagnostic[]): Diagnostic[] =>
    problems.filter((one, index) => problems.findIndex(other => JSON.stringify(other) === JSON.stringify(one)) === index);
