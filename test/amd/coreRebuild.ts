import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import ts from 'typescript';
import {minify} from '../../build/amd/minify.ts';

export type Rebuild = {
    readonly total: number;
    /** How many came out with the very bytes of Moodle's own build, source map included. */
    readonly same: number;
    readonly differing: readonly string[];
};

/** Builds core's own ES modules anew, or every so manyth, and compares them with what Moodle ships. */
export async function coreRebuild(webDir: string, every = 1): Promise<Rebuild> {
    const amd = join(webDir, 'lib/amd');
    const paths = readdirSync(join(amd, 'src'), {recursive: true, encoding: 'utf8'})
        .filter(path => path.endsWith('.js'))
        .map(path => path.slice(0, -'.js'.length).replaceAll('\\', '/'))
        .sort()
        .filter(path => isEsModule(readFileSync(join(amd, 'src', `${path}.js`), 'utf8')))
        .filter((_, index) => index % every === 0);
    const differing: string[] = [];
    for (const path of paths) {
        const code = readFileSync(join(amd, 'src', `${path}.js`), 'utf8');
        const built = await minify({component: 'core', path, code});
        const shipped = (ending: string): string => readFileSync(join(amd, 'build', `${path}.${ending}`), 'utf8');
        if (built.code !== shipped('min.js') || built.map !== shipped('min.js.map')) {
            differing.push(path);
        }
    }
    return {total: paths.length, same: paths.length - differing.length, differing};
}

const isEsModule = (code: string): boolean =>
    ts.isExternalModule(ts.createSourceFile('module.js', code, ts.ScriptTarget.ESNext, false, ts.ScriptKind.JS));
