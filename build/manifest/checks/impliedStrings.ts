import {toldColumns} from '../../emit/personalTables.ts';
import {PRIVACY_STRINGS} from '../../emit/privacyStrings.ts';
import type {Model} from '../model.ts';

/** A string that Moodle or a generated file asks for, and why. */
export type Implied = {readonly key: string; readonly why: string};

const names = (section: object | undefined): readonly string[] => Object.keys(section ?? {});

export function impliedStrings({spec, name}: Model): readonly Implied[] {
    const each = (section: object | undefined, prefix: string, what: string): readonly Implied[] =>
        names(section).map(one => ({key: `${prefix}${one}`, why: `the name of the ${what} '${one}'`}));
    return [
        {key: 'pluginname', why: 'the name of the plugin'},
        ...each(spec.capabilities, `${name}:`, 'capability'),
        ...each(spec.messages, 'messageprovider:', 'message'),
        ...each(spec.tasks, 'task:', 'task'),
        ...each(spec.adhoc, 'task:', 'task'),
        ...each(spec.events, 'event:', 'event'),
        ...each(spec.caches, 'cachedef_', 'cache'),
        ...each(spec.checks, 'check:', 'check'),
        ...each(spec.settings, 'setting:', 'setting'),
        ...each(spec.adminpages, 'adminpage:', 'page'),
        ...each(spec.reports, 'report:', 'report'),
        ...choiceStrings(spec.settings ?? {}),
        ...reportStrings(spec.reports ?? {}),
        ...privacyStrings(spec),
    ];
}

function choiceStrings(settings: NonNullable<Model['spec']['settings']>): readonly Implied[] {
    return Object.entries(settings).flatMap(([name, setting]) => (setting.kind !== 'choice' && setting.kind !== 'choices' ? []
        : setting.values.filter(value => !/^\d+$/.test(value)).map(value =>
            ({key: `setting:${name}:${value}`, why: `how the setting '${name}' shows the value '${value}'`}))));
}

function reportStrings(reports: NonNullable<Model['spec']['reports']>): readonly Implied[] {
    return Object.entries(reports).flatMap(([report, {columns}]) => Object.entries(columns).map(([column, {title}]) =>
        ({key: title ?? `report:${report}:${column}`, why: `the title of the column '${column}'`})));
}

function privacyStrings(spec: Model['spec']): readonly Implied[] {
    const tables = Object.entries(spec.tables ?? {}).flatMap(([name, table]) => (table.personal === null ? []
        : toldColumns(table, table.personal).map(column =>
            ({key: `${table.personal?.about}:${column}`, why: `what the column '${column}' of the table '${name}' keeps of people`}))));
    const external = Object.entries(spec.external ?? {}).flatMap(([place, {about, fields}]) =>
        fields.map(field => ({key: `${about}:${field}`, why: `what '${place}' gets to know`})));
    return [
        ...tables,
        ...external,
        ...(spec.messages === undefined ? [] : [{key: PRIVACY_STRINGS.messages, why: 'what the privacy page says of messages'}]),
        ...(keepsNothing(spec) ? [{key: PRIVACY_STRINGS.nothing, why: 'why the plugin keeps nothing of people'}] : []),
    ];
}

const keepsNothing = ({tables, messages, preferences, external}: Model['spec']): boolean =>
    Object.values(tables ?? {}).every(({personal}) => personal === null)
    && [messages, preferences, external].every(section => section === undefined);
