import type {Model} from '../manifest/model.ts';
import {phpString} from '../php/literal.ts';
import {methodCall} from './namesOf.ts';
import {fieldSql, titleKey, type ColumnOf} from './reportColumn.ts';
import {wordsOf} from './reportWords.ts';

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
    const {when} = column.shape;
    return [
        made,
        ...(kind === 'select' ? [`->set_options_callback(static fn(): array => ${optionsOf(model, column)})`] : []),
        ...(when === undefined ? [] : [`->set_is_available(${methodCall(model, when)}($this))`]),
    ].join('');
}

function kindOf({shape}: ColumnOf): FilterKind | null {
    if (shape.filter !== undefined) {
        return shape.filter === 'none' ? null : shape.filter;
    }
    return typeof shape.as === 'string' ? BY_VALUE[shape.as] : 'strings' in shape.as ? 'select' : null;
}

function optionsOf(model: Model, column: ColumnOf): string {
    return column.shape.options === undefined ? wordsOf(model, column) ?? '[]' : `${methodCall(model, column.shape.options)}()`;
}
