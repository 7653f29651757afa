import {mkdtempSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {erase} from '../../build/amd/erase.ts';
import {ruleFiles} from '../../build/rules/ruleProgram.ts';

export type Rules = Record<string, (...given: readonly unknown[]) => unknown>;

/** The rules of a folder as the JavaScript that the browser gets, by the name of their module. */
export async function shippedRules(component: string, rulesDir: string): Promise<ReadonlyMap<string, Rules>> {
    const folder = mkdtempSync(join(tmpdir(), 'shipped-'));
    const paths = ruleFiles(rulesDir);
    const sources = new Map(paths.map(path => [`rules/${basename(path)}`, readFileSync(path, 'utf8')]));
    const written = [...sources].flatMap(([path, text]) => {
        const made = erase({component, path, text}, sources);
        if (made.text === null) {
            return [];
        }
        const file = join(folder, `${basename(made.path, '.js')}.mjs`);
        // Moodle's loader knows modules by the plugin's name, node by their file.
        writeFileSync(file, made.text.replaceAll(/(from ['"])[\w/]*\/(\w+)(['"];)/g, '$1./$2.mjs$3'));
        return [[basename(path, '.ts'), file] as const];
    });
    return new Map(await Promise.all(written.map(async ([name, file]) => [name, (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Rules] as const)));
}
