import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {head, tableLines} from '../../../build/emit/installxml.ts';
import type {Released} from '../../../build/manifest/schema.ts';
import type {BuiltFile, BuiltPlugin} from '../../../build/write/builtPlugin.ts';

/**
 * The same plugin as an older site has it: the version that was released before, with the tables it had.
 * A plugin that has not been released yet is taken one version earlier, with the tables of today.
 */
export function previousVersion(plugin: BuiltPlugin, folder: string): BuiltPlugin {
    const files = new Map(plugin.files);
    const released = lastReleased(join(folder, 'schema'), plugin.model.spec.version);
    const version = released?.version ?? plugin.model.spec.version - 1;
    change(files, 'version.php', text => text.replace(/(\$plugin->version\s*=\s*)\d+/, (_, head: string) => `${head}${version}`));
    if (released !== null) {
        change(files, 'db/install.xml', () => installXml(plugin, released));
    }
    return {model: plugin.model, files};
}

function lastReleased(folder: string, before: number): Released | null {
    const names = existsSync(folder) ? readdirSync(folder) : [];
    const older = names.map(name => parseInt(name, 10)).filter(version => version < before).sort((a, b) => a - b).at(-1);
    return older === undefined ? null : JSON.parse(readFileSync(join(folder, `${older}.json`), 'utf8')) as Released;
}

function installXml({model}: BuiltPlugin, released: Released): string {
    const tables = Object.entries(released.tables).flatMap(([name, table]) => tableLines(name, 'As it was.', table, () => ''));
    return [...head(model), ...tables, '  </TABLES>', '</XMLDB>', ''].join('\n');
}

function change(files: Map<string, BuiltFile>, path: string, edit: (text: string) => string): void {
    const file = files.get(path);
    if (file !== undefined) {
        files.set(path, {...file, bytes: Buffer.from(edit(Buffer.from(file.bytes).toString()))});
    }
}
