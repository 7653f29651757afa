import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {brokenPhpMade} from '../diagnostics/php.ts';
import {remembered} from '../memory/remembered.ts';
import type {BuiltFile} from './builtPlugin.ts';

/**
 * Every PHP file that the build made, from the manifest and from rules, parsed as it would be written. What was written by hand is
 * parsed by the cross-check, with its lines.
 */
export async function parsedGenerated(files: ReadonlyMap<string, BuiltFile>): Promise<readonly Diagnostic[]> {
    const made = [...files].filter(([path, {by}]) => path.endsWith('.php') && by !== 'copy');
    const texts = made.map(([path, {bytes}]) => [path, Buffer.from(bytes).toString('utf8')] as const);
    const broken = await remembered({step: 'parse', asked: texts}, async () => {
        const {parsePhp} = await import('../php/parse.ts');
        return parsePhp(new Map(texts));
    }, found => found.length === 0);
    return broken.map(({file, line, message}) => brokenPhpMade({file: files.get(file ?? '')?.from ?? null, line: null}, `${file}:${line}`, message));
}
