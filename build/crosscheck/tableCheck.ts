import type {Diagnostic, Place} from '../diagnostics/diagnostic.ts';
import {unknownColumn, unknownTable} from '../diagnostics/crosscheck.ts';
import {nearest} from '../manifest/nearest.ts';
import type {Declared} from './declared.ts';
import {databaseCall} from './databaseCall.ts';
import {phpCall} from './phpCall.ts';
import type {PhpConstants} from './phpConstants.ts';
import type {Php, PhpFile} from './phpFile.ts';
import {phpTexts, type PhpScope} from './phpText.ts';
import {textOf, type Pattern} from './pattern.ts';
import {sqlNames} from './sqlNames.ts';

const PIECES: ReadonlySet<string> = new Set(['string', 'nowdoc', 'encapsed', 'bin']);

/** Finds tables and columns of the plugin that `$DB` is asked for and that are not there. */
export function tableCheck(file: PhpFile, declared: Declared, constants: PhpConstants): readonly Diagnostic[] {
    const foreign = legacyTables(file);
    return file.nodes.flatMap(({node, above}) => {
        const scope: PhpScope = {file, above: above as readonly Php[], constants};
        const place = file.place(node);
        const call = phpCall(node, file);
        const asked = call === null ? null : databaseCall(call, scope);
        const found = asked === null ? [] : tableProblems(asked.table, asked.columns, place, declared, foreign);
        return [...found, ...(isWholeText(node, above as readonly Php[]) ? sqlProblems(phpTexts(node, scope), place, declared, foreign) : [])];
    });
}

/** Tables that the file looks for before it touches them, such as those of a plugin that came before. */
function legacyTables(file: PhpFile): ReadonlySet<string> {
    const asks = file.nodes.map(({node}) => phpCall(node, file)).filter(call => call?.name === 'table_exists' || call?.name === 'xmldb_table');
    return new Set(asks.flatMap(call => (call?.args[0]?.kind === 'string' ? [String(call.args[0]['value'])] : [])));
}

function tableProblems(table: string, columns: readonly string[], place: Place, declared: Declared, foreign: ReadonlySet<string>): readonly Diagnostic[] {
    const known = declared.tables.get(table);
    if (known !== undefined) {
        return columns.filter(column => !known.has(column)).map(column => unknownColumn(place, table, column, nearest(column, known)));
    }
    const isOurs = table.startsWith(`${declared.component}_`) && !foreign.has(table);
    return isOurs ? [unknownTable(place, table, nearest(table, declared.tables.keys()))] : [];
}

/** The outermost of nested concatenations: the SQL as a whole. */
function isWholeText(node: Php, above: readonly Php[]): boolean {
    const parent = above.at(-1);
    const isPart = parent?.kind === 'encapsed' || parent?.kind === 'encapsedpart' || (parent?.kind === 'bin' && parent['type'] === '.');
    return PIECES.has(node.kind) && !isPart;
}

function sqlProblems(texts: readonly Pattern[], place: Place, declared: Declared, foreign: ReadonlySet<string>): readonly Diagnostic[] {
    return texts.flatMap(pattern => {
        const sql = textOf(pattern) ?? pattern.map(part => part ?? '\0').join('');
        const {tables, columns} = sqlNames(sql);
        return [
            ...tables.flatMap(table => tableProblems(table, [], place, declared, foreign)),
            ...columns.flatMap(({table, column}) => tableProblems(table, declared.tables.has(table) ? [column] : [], place, declared, foreign)),
        ];
    });
}
