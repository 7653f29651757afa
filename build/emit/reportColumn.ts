import type {Model} from '../manifest/model.ts';
import type {ReportColumn, TableShape} from '../manifest/shape.ts';
import {phpString} from '../php/literal.ts';
import {methodCall} from './namesOf.ts';
import {wordsOf} from './reportWords.ts';

/** A column of a report, with the table its report reads. */
export type ColumnOf = {readonly report: string; readonly name: string; readonly shape: ReportColumn; readonly table: TableShape | undefined};

const TYPES = {text: 'TYPE_TEXT', int: 'TYPE_INTEGER', time: 'TYPE_TIMESTAMP', bool: 'TYPE_BOOLEAN'} as const;

export const titleKey = ({report, name, shape}: ColumnOf): string => shape.title ?? `report:${report}:${name}`;

/** SQL of a column: a field of the report's table, or what a hand-written method builds for the table's alias and the report. */
export function fieldSql(model: Model, {shape}: ColumnOf): string {
    return isMethod(shape.field) ? `${methodCall(model, shape.field)}('own', $this)` : phpString(`own.${shape.field}`);
}

/** PHP that makes a column of a report. */
export function reportColumn(model: Model, column: ColumnOf): string {
    const {shape, name, report} = column;
    const field = isMethod(shape.field) ? `${fieldSql(model, column)}, ${phpString(name)}` : fieldSql(model, column);
    return [
        `(new column(${phpString(name)}, new lang_string(${phpString(titleKey(column))}, ${phpString(model.component)}), ${phpString(report)}))`,
        `->set_type(column::${typeOf(column)})`,
        `->add_field(${field})`,
        ...rowFields(column).map(other => `->add_field('own.${other}')`),
        ...callbackOf(model, column),
        `->set_is_sortable(${sorting(model, column)})`,
        ...(shape.when === undefined ? [] : [`->set_is_available(${methodCall(model, shape.when)}($this))`]),
    ].join('');
}

/** What is shown in words is sorted by them, whatever stands in the table. */
function sorting(model: Model, column: ColumnOf): string {
    const words = isSortable(column) ? wordsOf(model, column) : null;
    return words === null ? String(isSortable(column)) : `true, [self::in_order_of_words(${fieldSql(model, column)}, ${words})]`;
}

const isMethod = (field: string): field is `${string}::${string}` => field.includes('::');

function typeOf({shape, table}: ColumnOf): string {
    if (isLong(shape.field, table)) {
        return 'TYPE_LONGTEXT';
    }
    return typeof shape.as === 'string' ? TYPES[shape.as] : 'TYPE_TEXT';
}

function isLong(field: string, table: TableShape | undefined): boolean {
    const column = table?.fields[field];
    const kind = column?.kind === 'nullable' ? column.of.kind : column?.kind;
    return kind === 'longtext' || kind === 'html';
}

const isSortable = (column: ColumnOf): boolean =>
    column.shape.sortable ?? (typeOf(column) !== 'TYPE_LONGTEXT' && !isMethod(column.shape.field));

/** A method that shows a value reads other columns of the row as well. */
function rowFields({shape, table}: ColumnOf): readonly string[] {
    const wanted = typeof shape.as === 'object' && 'format' in shape.as;
    return wanted ? Object.keys(table?.fields ?? {}).filter(field => field !== shape.field && !isLong(field, table)) : [];
}

function callbackOf(model: Model, {shape}: ColumnOf): readonly string[] {
    const {as} = shape;
    if (typeof as === 'object' && 'format' in as) {
        return [`->add_callback(static fn($value, \\stdClass $row): string => ${methodCall(model, as.format)}($value, $row))`];
    }
    if (typeof as === 'object') {
        const text = `get_string(${phpString(`${as.strings}:`)} . $value, ${phpString(model.component)})`;
        return [`->add_callback(static fn(?string $value): string => $value === null ? '' : ${text})`];
    }
    const callbacks = {
        text: ['->add_callback(static fn(?string $value): string => s($value))'],
        int: [],
        time: ['->add_callback(fn(?int $value): string => $this->moment($value))'],
        bool: ["->add_callback([format::class, 'boolean_as_text'])"],
    };
    return callbacks[as];
}
