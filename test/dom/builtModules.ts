import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {buildAmd} from '../../build/amd/buildAmd.ts';
import {clientModule} from '../../build/amd/clientModule.ts';
import {formatDiagnostic} from '../../build/diagnostics/diagnostic.ts';

/** The browser sources below a folder, by plugin-relative path. */
export function browserSources(folder: string): Map<string, string> {
    const paths = readdirSync(folder, {recursive: true, encoding: 'utf8'}).map(path => path.replaceAll('\\', '/')).sort();
    return new Map(paths
        .filter(path => /^(amd|rules)\/.+\.ts$/.test(path) && !/\.(test|d)\.ts$/.test(path))
        .map(path => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** What the browser sources in a folder are built into, for folders that are no whole plugin. */
export async function builtModules(component: string, folder: string): Promise<Map<string, string>> {
    const sources = browserSources(folder).set('amd/src/local/client.js', clientModule(component, []));
    const {files, problems} = await buildAmd({component, sources});
    if (problems.length > 0) {
        throw new Error(problems.map(formatDiagnostic).join('\n'));
    }
    return files;
}
