import {bool, either, isRecord, mapOf, method, nameOf, oneOf, record, text, type Description, type Method, type TypeOf} from '../description.ts';
import {section, snake} from './section.ts';

const plain = oneOf('text', 'int', 'time', 'bool');
type Shown = TypeOf<typeof plain> | {readonly strings: string} | {readonly format: Method};
const shown: Description<Shown> = either("'text', 'int', 'time', 'bool', {strings} or {format}", value =>
    (isRecord(value) ? record({}, {strings: text, format: method}) : plain));

export const reportColumn = record(
    {
        /** SQL of the plugin's own columns only: a column name of `from`, or a method that builds the select: it gets the alias of the table and the report. */
        field: nameOf('sourcecolumnormethod'),
        /** How a value is shown: as a kind, as the string `<prefix>:<value>` of the plugin, or by a method that gets value and row. */
        as: shown,
    },
    {
        sortable: bool,
        filter: oneOf('text', 'number', 'date', 'select', 'none'),
        /** Options of a select filter that are not the strings of `as`. */
        options: method,
        /** String of the title; otherwise `report:<report>:<column>`. */
        title: text,
        /** Whether the reader may have the column: gets the report. */
        when: method,
    },
);

export const reports = section({
    what: 'report',
    names: snake(80),
    classes: true,
    string: 'report:',
    entry: record(
        {
            doc: text,
            from: nameOf('table'),
            at: oneOf('system', 'course'),
            needs: nameOf('capability'),
            columns: mapOf(reportColumn),
            sort: record({column: nameOf('reportcolumn')}, {descending: bool}),
        },
        {
            /** Core entities, joined by a column of `from`: their main columns and filters come with them, of people also what the reader may identify them by. */
            join: record({}, {user: nameOf('sourcecolumn'), course: nameOf('sourcecolumn')}),
            /** Hand-written conditions: gets the report, adds its base condition. */
            where: method,
            /** Hand-written row actions: gets the report, adds its actions. */
            actions: method,
            /** Rows may be ticked: gets the row, gives the value and the label of its box, or null for a row that has none. */
            ticks: method,
            download: bool,
        },
    ),
    strings: (name, report) => Object.entries(report.columns).map(([column, {title}]) =>
        ({key: title ?? `report:${name}:${column}`, why: `the title of the column '${column}'`})),
});
