/** What one line of a bench came to. A measure that makes no sense for the row is left out. */
export type Row = {
    readonly what: string;
    readonly seconds?: number;
    /** Peak memory, in MiB. */
    readonly memory?: number;
    readonly queries?: number;
    /** The bar as people read it: `≤ 10 s`. */
    readonly bar?: string;
    /** Whether the bar was met; left out where the row has none. */
    readonly met?: boolean;
    /** What the numbers were measured on, or why a row could not be: `50,000 enrolments`. */
    readonly note?: string;
};

/** What a bench prints: `test/bench/<name>/bench.ts` exports `bench(): Promise<Table>`. */
export type Table = {
    readonly title: string;
    readonly rows: readonly Row[];
};

const HEADS = ['what', 'wall', 'peak memory', 'queries', 'bar', 'met', 'note'];

/** The table as Markdown, so that it can be pasted into a README as it is. */
export function formatTable(table: Table): string {
    const cells = [HEADS, ...table.rows.map(rowCells)];
    const widths = HEADS.map((_, column) => Math.max(...cells.map(row => row[column]?.length ?? 0)));
    const lines = cells.map(row => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
    const rule = `|${widths.map(width => '-'.repeat(width + 2)).join('|')}|`;
    return [`## ${table.title}`, '', lines[0], rule, ...lines.slice(1)].join('\n');
}

function rowCells(row: Row): string[] {
    return [
        row.what,
        row.seconds === undefined ? '' : formatSeconds(row.seconds),
        row.memory === undefined ? '' : `${Math.round(row.memory)} MiB`,
        row.queries === undefined ? '' : row.queries.toLocaleString('en'),
        row.bar ?? '',
        row.met === undefined ? '' : row.met ? 'yes' : 'NO',
        row.note ?? '',
    ];
}

function formatSeconds(seconds: number): string {
    return seconds < 1 ? `${seconds.toFixed(3)} s` : `${seconds.toFixed(1)} s`;
}
