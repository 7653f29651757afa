import type {Model} from '../manifest/model.ts';
import {code, phpLiteral, phpString} from '../php/literal.ts';
import {methodCall} from './namesOf.ts';
import {fieldSql, titleKey, type ColumnOf} from './reportColumn.ts';

type FilterKind = 'text' | 'number' | 'date' | 'select' | 'boolean_select';

const BY_VALUE = {text: 'text', int: 'number', time: 'date', bool: 'boolean_select'} as const;

/** PHP that makes the filter of a column; null where it has none. */
export function reportFilter(model: Model, column: ColumnOf): string | null {
    const kind = kindOf(column);
    if (kind === null) {
        return null;
    }
    const title = `new lang_string(${phpString(titleKey(column))}, ${phpString(model.component)})`;
    const made = `(new filter(${kind}::class, ${phpString(column.name)}, ${title}, ${phpString(column.report)}, ${fieldSql(model, column)}))`;
    return kind === 'select' ? `${made}->set_options_callback(static fn(): array => ${optionsOf(model, column)})` : made;
}

function kindOf({shape}: ColumnOf): FilterKind | null {
    if (shape.filter !== undefined) {
        return shape.filter === 'none' ? null : shape.filter;
    }
    return typeof shape.as === 'string' ? BY_VALUE[shape.as] : 'strings' in shape.as ? 'select' : null;
}

function optionsOf(model: Model, {shape, table}: ColumnOf): string {
    if (shape.options !== undefined) {
        return `${methodCall(model, shape.options)}()`;
    }
    const prefix = typeof shape.as === 'object' && 'strings' in shape.as ? `${shape.as.strings}:` : '';
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
