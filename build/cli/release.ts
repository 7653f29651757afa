import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {kept, releasedBefore} from '../diagnostics/cli.ts';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import type {Released} from '../manifest/schema.ts';
import {schemaOf} from '../manifest/schemaOf.ts';
import type {BuiltPlugin} from '../write/builtPlugin.ts';
import {PROJECT} from '../write/pluginFolder.ts';
import {writeChanged} from '../write/writeFolder.ts';

/** Keeps the tables of each plugin as those of a version that people have. */
export async function release(plugins: readonly BuiltPlugin[]): Promise<readonly string[] | Diagnostic> {
    const lines: string[] = [];
    for (const {model} of plugins) {
        const file = `${model.sources}/schema/${model.spec.version}.json`;
        const snapshot: Released = {version: model.spec.version, tables: schemaOf(model)};
        const text = `${JSON.stringify(snapshot, null, 4)}\n`;
        const known = await readFile(join(PROJECT, file), 'utf8').catch(() => null);
        if (known !== null && JSON.stringify(JSON.parse(known)) !== JSON.stringify(snapshot)) {
            return releasedBefore(file, model.spec.version);
        }
        await writeChanged(join(PROJECT, file), Buffer.from(text));
        lines.push(kept(file));
    }
    return lines;
}
