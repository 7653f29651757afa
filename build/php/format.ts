import {remembered} from '../memory/remembered.ts';
import {fixUps} from './fixUps.ts';
import {meaningOf} from './meaning.ts';

const OPTIONS = {
    parser: 'php',
    braceStyle: '1tbs',
    phpVersion: '8.1',
    tabWidth: 4,
    printWidth: 132,
    singleQuote: true,
} as const;

export class FormatChangesMeaning extends Error {}

/** PHP in Moodle's coding style. The same text is formatted once only, even from one build to the next. */
export const formatPhp = (text: string, file: string): Promise<string> =>
    remembered({step: 'format', asked: text}, () => formatAnew(text, file));

async function formatAnew(text: string, file: string): Promise<string> {
    const {format} = await import('prettier');
    const printed = await format(text, {...OPTIONS, plugins: [new URL(import.meta.resolve('@prettier/plugin-php'))]});
    const formatted = fixUps(printed, file);
    if (meaningOf(text, file) !== meaningOf(formatted, file)) {
        throw new FormatChangesMeaning(file);
    }
    return formatted;
}
