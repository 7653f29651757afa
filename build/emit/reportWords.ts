import type {Model} from '../manifest/model.ts';
import {code, phpLiteral, phpString} from '../php/literal.ts';
import type {ColumnOf} from './reportColumn.ts';

/** PHP of the words that the values of a column are shown as, by value; null where they are shown as they are. */
export function wordsOf(model: Model, {shape, table}: ColumnOf): string | null {
    if (typeof shape.as !== 'object' || !('strings' in shape.as)) {
        return null;
    }
    const prefix = `${shape.as.strings}:`;
    const values = valuesOf(model, table?.fields[shape.field], prefix);
    return phpLiteral(Object.fromEntries(values.map(value => [value, code(`get_string(${phpString(prefix + value)}, ${phpString(model.component)})`)])));
}

/** The values of a choice; of other columns those that have a string. */
function valuesOf(model: Model, column: unknown, prefix: string): readonly string[] {
    if (isChoice(column)) {
        return column.values;
    }
    return Object.keys(model.spec.lang.en).filter(key => key.startsWith(prefix)).map(key => key.slice(prefix.length)).filter(value => /^[a-z0-9_-]+$/i.test(value));
}

function isChoice(column: unknown): column is {readonly values: readonly string[]} {
    return typeof column === 'object' && column !== null && 'values' in column && Array.isArray(column.values);
}
