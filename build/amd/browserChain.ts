/**
 * The packages that Moodle 4.5 builds its browser code with, loaded only when a module really has to be transformed: loading
 * them costs more than everything else in a rebuild.
 */
import {existsSync} from 'node:fs';
import {createRequire} from 'node:module';
import {fileURLToPath} from 'node:url';

type Map = {toString(): string};
type Output = {code: string; map: Map};
type Bundle = {generate(options: object): Promise<{output: [Output]}>};

export type BrowserChain = {
    readonly babel: {transformSync(code: string, options: object): {code: string; map: object}};
    readonly rollup: {rollup(options: object): Promise<Bundle>};
    readonly terser: {minify(code: string, options: object): Promise<{code: string; map: string}>};
    readonly plugins: {readonly amd: unknown; readonly systemImport: unknown; readonly env: unknown};
};

const home = new URL('./', import.meta.url);

export function browserChainInstalled(): boolean {
    return ['@babel/core', '@babel/preset-env', 'rollup', 'terser']
        .every(name => existsSync(fileURLToPath(new URL(`node_modules/${name}/package.json`, home))));
}

// The browsers meant are those of Moodle 4.5's day: old data is right here, and no news.
process.env.BROWSERSLIST_IGNORE_OLD_DATA = '1';

let loaded: BrowserChain | undefined;

export function browserChain(): BrowserChain {
    const load = createRequire(new URL('package.json', home));
    loaded ??= {
        babel: load('@babel/core') as BrowserChain['babel'],
        rollup: load('rollup') as BrowserChain['rollup'],
        terser: load('terser') as BrowserChain['terser'],
        plugins: {
            amd: load('babel-plugin-transform-es2015-modules-amd-lazy'),
            systemImport: load('babel-plugin-system-import-transformer'),
            env: load('@babel/preset-env'),
        },
    };
    return loaded;
}
