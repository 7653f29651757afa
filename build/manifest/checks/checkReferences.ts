import {undeclared} from '../../diagnostics/manifest.ts';
import {nearest} from '../nearest.ts';
import type {Model} from '../model.ts';
import type {PersonalShape, PluginShape, ReportShape, ServiceShape, TableShape} from '../shape.ts';
import type {Finding} from './finding.ts';

type Use = {readonly path: readonly string[]; readonly name: string | undefined; readonly what: string; readonly among: readonly string[]};

/** Names that are used must be declared. The type checker says so too, to those who run it. */
export function checkReferences({spec, component}: Model): readonly Finding[] {
    const uses = [...tableUses(spec), ...serviceUses(spec), ...webserviceUses(spec, component), ...reportUses(spec), ...otherUses(spec)];
    return uses.flatMap(({path, name, what, among}) => (name === undefined || among.includes(name) ? [] : [{
        path,
        say: place => undeclared(place, path.join('.'), name, what, among, nearest(name, among)),
    }]));
}

const entries = <T>(section: {readonly [name: string]: T} | undefined): readonly (readonly [string, T])[] => Object.entries(section ?? {});

const keys = (section: object | undefined): readonly string[] => Object.keys(section ?? {});

function tableUses(spec: PluginShape): readonly Use[] {
    return entries(spec.tables).flatMap(([table, shape]) => {
        const columns = keys(shape.fields);
        const inGroups = (part: 'unique' | 'index'): readonly Use[] => (shape[part] ?? []).flatMap((group, number) =>
            group.map((name, at) => ({path: ['tables', table, part, String(number), String(at)], name, what: 'column', among: columns})));
        return [...inGroups('unique'), ...inGroups('index'), ...(shape.personal === null ? [] : personalUses(spec, table, shape, shape.personal))];
    });
}

function personalUses(spec: PluginShape, table: string, {fields}: TableShape, personal: PersonalShape): readonly Use[] {
    const path = ['tables', table, 'personal'];
    const column = (field: string, name: string): Use => ({path: [...path, field], name, what: 'column', among: keys(fields)});
    return [
        ...[personal.user].flat().map(name => column('user', name)),
        ...(typeof personal.context === 'string' ? [] : Object.values(personal.context).map(name => column('context', name))),
        ...(personal.columns ?? []).map(name => column('columns', name)),
        ...(personal.erase ?? []).map(name => column('erase', name)),
        string(spec, [...path, 'about'], personal.about),
    ];
}

const string = (spec: PluginShape, path: readonly string[], name: string): Use => ({path, name, what: 'string', among: keys(spec.lang.en)});

function serviceUses(spec: PluginShape): readonly Use[] {
    return entries(spec.services).flatMap(([service, shape]: readonly [string, ServiceShape]): readonly Use[] => [
        {path: ['services', service, 'needs'], name: shape.needs ?? undefined, what: 'capability', among: keys(spec.capabilities)},
        ...(typeof shape.at === 'string' ? [] : Object.values(shape.at).map(name =>
            ({path: ['services', service, 'at'], name, what: 'parameter', among: keys(shape.params)}))),
    ]);
}

/** Functions of other plugins and of core have their full name, with at least one underscore, and are not ours to know. */
function webserviceUses(spec: PluginShape, component: string): readonly Use[] {
    const own = keys(spec.services);
    return entries(spec.webservices).flatMap(([name, {functions}]) => functions.flatMap((called, index): readonly Use[] => {
        const isForeign = /^(core|mod|local|block|tool|auth|enrol|report|format|gradereport|message|qtype|theme|webservice)_/.test(called)
            && !called.startsWith(`${component}_`);
        const short = called.startsWith(`${component}_`) ? called.slice(component.length + 1) : called;
        return isForeign ? [] : [{path: ['webservices', name, 'functions', String(index)], name: short, what: 'external function', among: own}];
    }));
}

function reportUses(spec: PluginShape): readonly Use[] {
    return entries(spec.reports).flatMap(([report, shape]: readonly [string, ReportShape]): readonly Use[] => {
        const path = ['reports', report];
        const columns = keys(spec.tables?.[shape.from]?.fields);
        return [
            {path: [...path, 'from'], name: shape.from, what: 'table', among: keys(spec.tables)},
            {path: [...path, 'needs'], name: shape.needs, what: 'capability', among: keys(spec.capabilities)},
            {path: [...path, 'sort', 'column'], name: shape.sort.column, what: 'column of the report', among: keys(shape.columns)},
            ...Object.entries(shape.join ?? {}).map(([entity, name]): Use => ({path: [...path, 'join', entity], name, what: 'column', among: columns})),
            ...Object.entries(shape.columns).filter(([, {field}]) => !field.includes('::')).map(([column, {field}]): Use =>
                ({path: [...path, 'columns', column, 'field'], name: field, what: 'column', among: columns})),
        ];
    });
}

function otherUses(spec: PluginShape): readonly Use[] {
    const capabilities = keys(spec.capabilities);
    return [
        ...entries(spec.messages).map(([name, {needs}]): Use => ({path: ['messages', name, 'needs'], name: needs, what: 'capability', among: capabilities})),
        ...entries(spec.events).map(([name, {table}]): Use => ({path: ['events', name, 'table'], name: table, what: 'table', among: keys(spec.tables)})),
        ...entries(spec.adminpages).filter(([, {needs}]) => !needs.includes('/')).map(([name, {needs}]): Use =>
            ({path: ['adminpages', name, 'needs'], name: needs, what: 'capability', among: capabilities})),
        ...entries(spec.preferences).map(([name, {about}]) => string(spec, ['preferences', name, 'about'], about)),
        ...entries(spec.external).map(([name, {about}]) => string(spec, ['external', name, 'about'], about)),
    ];
}
