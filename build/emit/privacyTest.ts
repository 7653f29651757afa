import type {Emitter, Model} from '../manifest/model.ts';
import type {Column, TableShape} from '../manifest/shape.ts';
import {phpClass} from '../php/header.ts';
import {phpInline, phpString} from '../php/literal.ts';
import {render} from '../php/render.ts';
import {manifestOf} from './namesOf.ts';
import {personalTables, preferenceName, type Belonging, type KeptTable} from './personalTables.ts';
import {trialValue} from './trialRow.ts';

/** tests/privacy/provider_test.php: whatever a table keeps of people is told, handed over and deleted, and nothing of anybody else. */
export const privacyTest: Emitter = model => {
    const tables = personalTables(model);
    const cases = tables.flatMap(table => table.belongings.map(belonging => caseOf(table, model.spec.tables?.[table.short], belonging)));
    if (cases.length === 0) {
        return new Map();
    }
    const header = {
        component: model.component,
        source: manifestOf(model),
        summary: 'Whatever the plugin keeps of people is told, handed over and deleted, and nothing of anybody else.',
        namespace: `${model.component}\\privacy`,
        uses: ['core_privacy\\local\\metadata\\collection', 'core_privacy\\local\\request\\approved_userlist', 'core_privacy\\local\\request\\transform', 'core_privacy\\local\\request\\userlist', 'core_privacy\\local\\request\\writer', 'core_privacy\\tests\\provider_testcase'],
        covers: 'provider',
    };
    const holders = new Set(cases.map(({holder}) => holder));
    const body = render('tests/privacy/provider_test.php', {
        component: model.component,
        provider: `\\${model.component}\\privacy\\provider`,
        cases,
        told: toldBy(model).map(([name, columns]) => `${phpString(name)} => ${phpInline(columns)}`),
        tells: tables.map(({name, tells}) => `${phpString(name)} => ${phpInline(Object.fromEntries(tells.map(([column, as]) => [column, as])))}`),
        courses: holders.has('course') || holders.has('any'),
        blocks: holders.has('block'),
    });
    return new Map([['tests/privacy/provider_test.php', phpClass(header, body)]]);
};

/** Everything that the provider names, and the fields of each. */
function toldBy(model: Model): readonly (readonly [string, readonly string[]])[] {
    const {preferences, external, privacy, messages} = model.spec;
    return [
        ...personalTables(model).map(({name, columns}) => [name, columns] as const),
        ...Object.keys(preferences ?? {}).map(name => [preferenceName(model, name), []] as const),
        ...Object.entries(external ?? {}).map(([name, {fields}]) => [name, fields] as const),
        ...Object.keys(privacy?.files ?? {}).length === 0 ? [] : [['core_files', []] as const],
        ...messages === undefined ? [] : [['core_message', []] as const],
    ];
}

type Case = {readonly title: string; readonly table: string; readonly person: string; readonly holder: string; readonly row: readonly string[]};

function caseOf({name, short}: KeptTable, table: TableShape | undefined, belonging: Belonging): Case {
    const {person, holder, only} = belonging;
    const columns = Object.entries(table?.fields ?? {}).filter(([column]) => column !== 'id');
    return {
        title: `${short}.${person}${only === '' ? '' : ' without a context'}`,
        table: name,
        person,
        holder,
        row: columns.map(([column, kind]) => `${phpString(column)} => ${valueIn(column, kind, belonging, table)}`),
    };
}

/** What stands in a column of a row that names a person, in a context. */
function valueIn(column: string, kind: Column, {person, holder, only}: Belonging, table: TableShape | undefined): string {
    const context = table?.personal?.context;
    if (column === person) {
        return '$userid';
    }
    if ([table?.personal?.user].flat().includes(column)) {
        // Nobody else, whom the context would know too; another number in each row, since it may be unique.
        return kind.kind === 'nullable' ? 'null' : '-$number';
    }
    if (typeof context === 'object' && Object.values(context).includes(column)) {
        return only !== '' ? (kind.kind === 'nullable' ? 'null' : '0') : holder === 'any' ? '$context->id' : '$context->instanceid';
    }
    return trialValue(kind);
}
