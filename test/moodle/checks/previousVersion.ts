import type {BuiltFile, BuiltPlugin} from '../../../build/write/builtPlugin.ts';

/** The same plugin as an older site has it: an earlier version, with the tables it had then. */
export function previousVersion(plugin: BuiltPlugin): BuiltPlugin {
    const files = new Map(plugin.files);
    change(files, 'version.php', text => text.replace(/(\$plugin->version\s*=\s*)(\d+)/, (_, head: string, version: string) => `${head}${Number(version) - 1}`));
    return {model: plugin.model, files};
}

function change(files: Map<string, BuiltFile>, path: string, edit: (text: string) => string): void {
    const file = files.get(path);
    if (file !== undefined) {
        files.set(path, {...file, bytes: Buffer.from(edit(Buffer.from(file.bytes).toString()))});
    }
}
