/** PHP source that stands in a literal as it is: a constant, a `::class`, a call. */
export class PhpCode {
    readonly text: string;

    constructor(text: string) {
        this.text = text;
    }
}

export type PhpValue = null | boolean | number | string | PhpCode | readonly PhpValue[] | {readonly [key: string]: PhpValue | undefined};

const INDENT = '    ';

/** Characters of text that leave room for a key and the indentation. */
const LINE = 90;

export const code = (text: string): PhpCode => new PhpCode(text);

/** A string in single quotes; in double quotes only where it holds what single quotes cannot show on one line. */
export function phpString(value: string): string {
    if (/[\x00-\x1f\x7f]/.test(value)) {
        return `"${[...value].map(escapedForDoubleQuotes).join('')}"`;
    }
    return `'${value.replace(/\\(?=\\|'|$)|'/g, found => `\\${found}`)}'`;
}

/** Running text: joined from parts where it would not fit on a line. */
export const phpText = (value: string): PhpCode => code(lineParts(value).map(phpString).join(' . '));

/** Running text in parts that fit on a line each. */
export function lineParts(value: string): readonly string[] {
    return value.length <= LINE ? [value] : (value.match(new RegExp(`.{1,${LINE}}(?:\\s|$)|\\S+\\s?`, 'g')) ?? [value]);
}

/** A PHP literal: short arrays, one entry a line with a comma after the last; entries that are undefined are left out. */
export function phpLiteral(value: PhpValue, depth = 0): string {
    if (value instanceof PhpCode) {
        return value.text;
    }
    if (value === null) {
        return 'null';
    }
    if (typeof value === 'string') {
        return phpString(value);
    }
    if (typeof value === 'number') {
        return phpNumber(value);
    }
    if (typeof value === 'boolean') {
        return value ? 'true' : 'false';
    }
    return phpArray(itemsOf(value, item => phpLiteral(item, depth + 1)), depth);
}

/** The same on one line, as long as the formatter lets it be one. */
export function phpInline(value: PhpValue): string {
    const isArray = typeof value === 'object' && value !== null && !(value instanceof PhpCode);
    return isArray ? `[${itemsOf(value, phpInline).join(', ')}]` : phpLiteral(value);
}

type PhpArray = readonly PhpValue[] | {readonly [key: string]: PhpValue | undefined};

function itemsOf(value: PhpArray, print: (item: PhpValue) => string): readonly string[] {
    if (isList(value)) {
        return value.map(print);
    }
    return Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [`${phpString(key)} => ${print(item)}`]));
}

function phpArray(entries: readonly string[], depth: number): string {
    if (entries.length === 0) {
        return '[]';
    }
    const inner = INDENT.repeat(depth + 1);
    return `[\n${entries.map(entry => `${inner}${entry},\n`).join('')}${INDENT.repeat(depth)}]`;
}

function phpNumber(value: number): string {
    if (!Number.isFinite(value)) {
        throw new RangeError(`${value} has no PHP literal.`);
    }
    return Object.is(value, -0) ? '-0.0' : String(value);
}

function escapedForDoubleQuotes(character: string): string {
    const named: Readonly<Record<string, string>> = {'\n': '\\n', '\r': '\\r', '\t': '\\t', '"': '\\"', '\\': '\\\\', '$': '\\$'};
    const at = character.charCodeAt(0);
    return named[character] ?? (at < 32 || at === 127 ? `\\x${at.toString(16).padStart(2, '0')}` : character);
}

function isList(value: object): value is readonly PhpValue[] {
    return Array.isArray(value);
}
