import {join} from 'node:path';
import {formatDiagnostic} from '../../build/diagnostics/diagnostic.ts';
import {buildPlugin} from '../../build/write/buildPlugin.ts';
import {PROJECT, pluginFolder} from '../../build/write/pluginFolder.ts';

/** What a plugin's zip holds, by path: the very bytes, whatever stands in dist/ at the moment. */
export async function shippedFiles(component: string): Promise<Map<string, string>> {
    const {plugin, problems} = await buildPlugin(pluginFolder(join(PROJECT, 'plugins', component)));
    if (plugin === null) {
        throw new Error(problems.map(formatDiagnostic).join('\n'));
    }
    return new Map([...plugin.files].map(([path, {bytes}]) => [path, Buffer.from(bytes).toString('utf8')]));
}
