/** A row of a query: every value as text, or null. */
export type Row = Record<string, string | null>;

/** What MariaDB's program prints in batch mode: tabs between values, a line of names first, line ends escaped. */
export function rowsOfTabs(text: string): Row[] {
    return named(text.split('\n').slice(0, -1).map(line => line.split('\t').map(unescape)));
}

/** What PostgreSQL's program prints as CSV. */
export function rowsOfCsv(text: string): Row[] {
    const records: string[][] = [[]];
    for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
        records.at(-1)?.push(quoted === undefined ? plain ?? '' : quoted.replaceAll('""', '"'));
        if (end === '\n') {
            records.push([]);
        }
    }
    return named(records.filter(record => record.length > 1 || record[0] !== ''));
}

function named([names = [], ...lines]: readonly (readonly string[])[]): Row[] {
    return lines.map(values => Object.fromEntries(names.map((name, at) => [name, values[at] === 'NULL' ? null : values[at] ?? null])));
}

function unescape(value: string): string {
    return value.replace(/\\([nt\\])/g, (_, letter: string) => ({n: '\n', t: '\t'})[letter] ?? '\\');
}
