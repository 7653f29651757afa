import {addModuleName} from './addModuleName.ts';
import {browserChain} from './browserChain.ts';

/** One module of amd/src: its AMD name, its path below amd/src without the ending, its text. */
export type BrowserModule = {readonly component: string; readonly path: string; readonly code: string};
export type Minified = {readonly code: string; readonly map: string};

/** The browsers that Moodle 4.5 promises; it says so in its package.json. */
const BROWSERS = ['>0.3%', 'last 2 versions', 'not ie >= 0', 'not op_mini all', 'not Opera > 0', 'not dead'];

/** Moodle's own chain for one file: Babel, rollup as a driver without tree shaking, terser without mangling. */
export async function minify({component, path, code}: BrowserModule): Promise<Minified> {
    const {rollup} = browserChain();
    // Paths that exist nowhere: nothing of this machine can reach a source map.
    const id = `/${component}/amd/src/${path}.js`;
    const bundle = await rollup.rollup({
        input: id,
        treeshake: false,
        context: 'window',
        onwarn: () => undefined,
        plugins: [fromMemory(id, code), withBabel(`${component}/${path}`), withTerser()],
    });
    const {output: [built]} = await bundle.generate({
        format: 'esm',
        sourcemap: true,
        file: `/${component}/amd/build/${path}.min.js`,
        interop: true,
    });
    const mapName = `${path.split('/').at(-1)}.min.js.map`;
    return {code: `${built.code}\n//# sourceMappingURL=${mapName}`, map: built.map.toString()};
}

function fromMemory(id: string, code: string): Record<string, unknown> {
    return {
        name: 'memory',
        resolveId: (wanted: string) => wanted === id ? id : {id: wanted, external: true},
        load: (wanted: string) => wanted === id ? code : null,
    };
}

function withBabel(name: string): Record<string, unknown> {
    const {babel, plugins} = browserChain();
    return {
        name: 'babel',
        transform: (code: string, filename: string) => {
            const {code: made, map} = babel.transformSync(code, {
                filename,
                babelrc: false,
                configFile: false,
                browserslistConfigFile: false,
                targets: BROWSERS,
                sourceMaps: true,
                comments: false,
                compact: false,
                plugins: [plugins.amd, plugins.systemImport, addModuleName(name)],
                presets: [[plugins.env, {modules: false, useBuiltIns: false}]],
            });
            return {code: made, map};
        },
    };
}

function withTerser(): Record<string, unknown> {
    const {terser} = browserChain();
    return {
        name: 'terser',
        renderChunk: (code: string) => terser.minify(code, {module: true, sourceMap: true, mangle: false}),
    };
}
