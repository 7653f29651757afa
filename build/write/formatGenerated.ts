import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {doesNotFormat} from '../diagnostics/manifest.ts';
import {formatPhp} from '../php/format.ts';
import type {BuiltFile} from './builtPlugin.ts';

/** Generated PHP, brought into Moodle's style in place. Strings and version are written in style already, and long. */
export async function formatGenerated(files: Map<string, BuiltFile>): Promise<readonly Diagnostic[]> {
    const found = await Promise.all([...files].filter(([path]) => isFormatted(path)).map(([path, file]) => formatOne(files, path, file)));
    return found.flat();
}

const isFormatted = (path: string): boolean => path.endsWith('.php') && !/^(lang\/|version\.php$)/.test(path);

async function formatOne(files: Map<string, BuiltFile>, path: string, file: BuiltFile): Promise<readonly Diagnostic[]> {
    try {
        const text = await formatPhp(Buffer.from(file.bytes).toString('utf8'), path);
        files.set(path, {...file, bytes: Buffer.from(text)});
        return [];
    } catch (error) {
        return [doesNotFormat({file: file.from, line: null}, path, error instanceof Error ? error.message : String(error))];
    }
}
