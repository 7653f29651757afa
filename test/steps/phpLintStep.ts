import {existsSync, readdirSync} from 'node:fs';
import {availableParallelism} from 'node:os';
import {join} from 'node:path';
import {execute} from './execute.ts';
import type {Step} from './step.ts';
import {FAILED, PASSED} from './tally.ts';

/** `php -l` on every PHP file below a folder. */
export function phpLintStep(name: string, folder: string): Step {
    return {
        name,
        run: async () => {
            const files = listPhpFiles(folder);
            const errors = (await lintAll(files)).filter(error => error !== '');
            return files.length > 0 && errors.length === 0
                ? {tally: PASSED, detail: ''}
                : {tally: FAILED, detail: [`${files.length} PHP files below ${folder}/`, ...errors].join('\n')};
        },
    };
}

function listPhpFiles(folder: string): string[] {
    const names = existsSync(folder) ? readdirSync(folder, {recursive: true, encoding: 'utf8'}) : [];
    return names.filter(name => name.endsWith('.php')).map(name => join(folder, name)).sort();
}

async function lintAll(files: readonly string[]): Promise<string[]> {
    const waiting = [...files];
    const worker = async (): Promise<string[]> => {
        const errors: string[] = [];
        for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
            errors.push(await lint(file));
        }
        return errors;
    };
    return (await Promise.all(Array.from({length: availableParallelism()}, worker))).flat();
}

async function lint(file: string): Promise<string> {
    // -n: no extension is needed to parse, and php starts three times as fast without them.
    const {code, output} = await execute('php', ['-n', '-d', 'display_errors=1', '-l', file], {seconds: 30});
    return code === 0 ? '' : output.trim();
}
