/** Tables in braces, and the columns that are named by the alias of one. `\0` stands for what is not known. */
export type SqlNames = {readonly tables: readonly string[]; readonly columns: readonly {readonly table: string; readonly column: string}[]};

const NO_ALIAS: ReadonlySet<string> = new Set([
    'on', 'where', 'set', 'join', 'left', 'right', 'inner', 'outer', 'cross', 'full', 'natural', 'order', 'group', 'having', 'union', 'using', 'limit', 'and', 'or', 'values', 'select', 'for',
]);

export function sqlNames(sql: string): SqlNames {
    const tables = [...sql.matchAll(/\{([a-z][a-z0-9_]*)\}(?:\s+(?:as\s+)?([a-z_][a-z0-9_]*))?/gi)].map(([, table = '', alias = '']) => ({table, alias: alias.toLowerCase()}));
    const aliases = aliasesOf(tables);
    const bare = sql.replace(/'(?:[^']|'')*'/g, "''");
    const columns = [...bare.matchAll(/(?<![\w:.\0])([a-z_][a-z0-9_]*)\.([a-z_][a-z0-9_]*)(?![\w\0(])/gi)].flatMap(([, alias = '', column = '']) => {
        const table = aliases.get(alias.toLowerCase());
        return table === undefined || table === null ? [] : [{table, column: column.toLowerCase()}];
    });
    return {tables: tables.map(({table}) => table), columns};
}

/** An alias that stands for two tables in one text says nothing. */
function aliasesOf(tables: readonly {readonly table: string; readonly alias: string}[]): ReadonlyMap<string, string | null> {
    const aliases = new Map<string, string | null>();
    for (const {table, alias} of tables) {
        if (alias !== '' && !NO_ALIAS.has(alias)) {
            aliases.set(alias, (aliases.get(alias) ?? table) === table ? table : null);
        }
    }
    return aliases;
}
