import type {Emitter, Model} from '../manifest/model.ts';
import type {Column, ReportShape} from '../manifest/shape.ts';
import {tableName} from '../manifest/tableName.ts';
import {phpClass} from '../php/header.ts';
import {phpString} from '../php/literal.ts';
import {render} from '../php/render.ts';
import {capabilityName, manifestOf} from './namesOf.ts';
import {courseColumnOf} from './reports.ts';
import {trialValue} from './trialRow.ts';

const FOLDER = 'tests/reportbuilder/local/systemreports';

/** tests/reportbuilder/local/systemreports/<report>_test.php: who sees a report, and that rows of elsewhere never show. */
export const reportTest: Emitter = model => new Map(
    Object.entries(model.spec.reports ?? {}).map(([name, report]) => [`${FOLDER}/${name}_test.php`, testClass(model, name, report)]),
);

function testClass(model: Model, name: string, report: ReportShape): string {
    const table = model.spec.tables?.[report.from];
    const courseColumn = courseColumnOf(report, table);
    const columns = Object.entries(table?.fields ?? {}).filter(([column]) => column !== 'id');
    const body = render(`${FOLDER}/report_test.php`, {
        name,
        table: tableName(model, report.from),
        capability: capabilityName(model, report.needs),
        ofCourse: report.at === 'course',
        downloadable: report.download === true,
        row: columns.map(([column, kind]) => `${phpString(column)} => ${column === courseColumn ? '$courseid' : wordFor(model, report, column) ?? valueIn(kind)}`),
        columns: Object.entries(report.columns).filter(([, {when}]) => when === undefined).map(([column]) => `${name}:${column}`),
    });
    return phpClass({
        component: model.component,
        source: manifestOf(model),
        summary: `Who sees the report ${name}, and which rows.`,
        namespace: `${model.component}\\reportbuilder\\local\\systemreports`,
        uses: ['core_reportbuilder\\exception\\report_access_exception', 'core_reportbuilder\\system_report_factory', 'core_reportbuilder\\table\\system_report_table'],
        covers: name,
    }, body);
}

/** Whoever a row is about takes part in both courses. */
function valueIn(column: Column): string {
    const kind = column.kind === 'nullable' ? column.of : column;
    return kind.kind === 'ref' && kind.table === 'user' ? '$userid' : trialValue(column);
}

/** A column that is shown in words needs a value that has one. */
function wordFor({spec}: Model, {columns}: ReportShape, column: string): string | null {
    const shown = Object.entries(columns).find(([name, {field}]) => field === column || name === column)?.[1].as;
    const prefix = typeof shown === 'object' && 'strings' in shown ? `${shown.strings}:` : null;
    const word = prefix === null ? undefined : Object.keys(spec.lang.en).find(key => key.startsWith(prefix));
    return prefix === null || word === undefined ? null : phpString(word.slice(prefix.length));
}
