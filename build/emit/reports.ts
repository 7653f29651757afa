import type {Emitter, Model} from '../manifest/model.ts';
import type {Column, ReportShape, TableShape} from '../manifest/shape.ts';
import {tableName} from '../manifest/tableName.ts';
import {phpClass} from '../php/header.ts';
import {phpLiteral} from '../php/literal.ts';
import {render} from '../php/render.ts';
import {capabilityName, manifestOf, methodCall, sentence} from './namesOf.ts';
import {reportColumn} from './reportColumn.ts';
import {reportFilter} from './reportFilter.ts';

const SHOWN = {user: 'fullnamewithlink', course: 'coursefullnamewithlink'} as const;

/** A core system report for each report of the manifest. */
export const reports: Emitter = model => new Map(
    Object.entries(model.spec.reports ?? {}).map(([name, report]) => [
        `classes/reportbuilder/local/systemreports/${name}.php`, reportClass(model, name, report),
    ]),
);

function reportClass(model: Model, name: string, report: ReportShape): string {
    const table = model.spec.tables?.[report.from];
    const columns = Object.entries(report.columns).map(([column, shape]) => reportColumn(model, {report: name, name: column, shape, table}));
    const filters = Object.entries(report.columns).flatMap(([column, shape]) => reportFilter(model, {report: name, name: column, shape, table}) ?? []);
    const body = render('classes/reportbuilder/local/systemreports/report.php', {
        name,
        title: `report:${name}`,
        component: model.component,
        capability: capabilityName(model, report.needs),
        table: tableName(model, report.from),
        baseFields: phpLiteral(shortFieldsOf(table).map(field => `own.${field}`)),
        ofCourse: report.at === 'course',
        courseColumn: report.at === 'course' ? courseColumnOf(report, table) : null,
        where: report.where === undefined ? null : methodCall(model, report.where),
        actions: report.actions === undefined ? null : methodCall(model, report.actions),
        ticks: report.ticks === undefined ? null : methodCall(model, report.ticks),
        joins: joinsOf(report),
        columns,
        filters,
        sort: `${name}:${report.sort.column}`,
        direction: report.sort.descending === true ? 'SORT_DESC' : 'SORT_ASC',
        downloadable: report.download === true,
        moments: columns.some(column => column.includes('$this->moment(')),
        words: columns.some(column => column.includes('self::in_order_of_words(')),
    });
    return phpClass({
        component: model.component,
        source: manifestOf(model),
        summary: `System report ${name}: ${sentence(report.doc)}`,
        namespace: `${model.component}\\reportbuilder\\local\\systemreports`,
        uses: usesOf(body),
    }, body);
}

/** What actions may need: every column that is cheap to carry along. */
function shortFieldsOf(table: TableShape | undefined): readonly string[] {
    return Object.entries(table?.fields ?? {id: {kind: 'id'} as Column}).filter(([, column]) => !['longtext', 'html'].includes(bareKind(column))).map(([name]) => name);
}

const bareKind = (column: Column): string => (column.kind === 'nullable' ? column.of.kind : column.kind);

/** The column by which a report of a course knows its rows. */
export function courseColumnOf(report: ReportShape, table: TableShape | undefined): string | null {
    const refers = Object.entries(table?.fields ?? {}).find(([, column]) => column.kind === 'ref' && column.table === 'course');
    return report.join?.course ?? refers?.[0] ?? null;
}

function joinsOf(report: ReportShape): readonly object[] {
    return (['user', 'course'] as const).flatMap(entity => {
        const column = report.join?.[entity];
        return column === undefined ? [] : [{entity, column, braced: `{${entity}}`, shown: SHOWN[entity], identified: entity === 'user'}];
    });
}

function usesOf(body: string): readonly string[] {
    const known: Readonly<Record<string, string>> = {
        'new user()': 'core_reportbuilder\\local\\entities\\user',
        'new course()': 'core_reportbuilder\\local\\entities\\course',
        'new column(': 'core_reportbuilder\\local\\report\\column',
        'new filter(': 'core_reportbuilder\\local\\report\\filter',
        'format::userdate': 'core_reportbuilder\\local\\helpers\\format',
        'core_collator::': 'core_collator',
        'boolean_select::class': 'core_reportbuilder\\local\\filters\\boolean_select',
        'date::class': 'core_reportbuilder\\local\\filters\\date',
        'number::class': 'core_reportbuilder\\local\\filters\\number',
        '(select::class': 'core_reportbuilder\\local\\filters\\select',
        'text::class': 'core_reportbuilder\\local\\filters\\text',
    };
    const found = Object.entries(known).filter(([sign]) => body.includes(sign)).map(([, name]) => name);
    return ['core_reportbuilder\\system_report', 'lang_string', ...found];
}
