import type {Emitter, Model} from '../manifest/model.ts';
import {phpClass} from '../php/header.ts';
import {phpLiteral, phpString} from '../php/literal.ts';
import {render} from '../php/render.ts';
import {manifestOf, methodCall} from './namesOf.ts';
import {PRIVACY_STRINGS} from './privacyStrings.ts';
import {contextParams, contextStatements, deleteAllStatements, deletePeopleStatements, exportStatements, toldValue, userStatements} from './privacyBody.ts';
import {preferenceName, personalTables, type KeptTable} from './personalTables.ts';

/** classes/privacy/provider.php: what is kept of people, exported and deleted; all of it follows from the `personal` notes. */
export const privacy: Emitter = model => {
    const {messages, preferences, external, privacy: more} = model.spec;
    const nothing = personalTables(model).length === 0 && [messages, preferences, external, more].every(said => said === undefined);
    return new Map([['classes/privacy/provider.php', nothing ? nullProvider(model) : fullProvider(model)]]);
};

const header = (model: Model) => ({component: model.component, source: manifestOf(model), namespace: `${model.component}\\privacy`});

function nullProvider(model: Model): string {
    return phpClass(
        {...header(model), summary: 'Tells that the plugin keeps nothing of anyone.'},
        render('classes/privacy/null_provider.php', {reason: PRIVACY_STRINGS.nothing}),
    );
}

function fullProvider(model: Model): string {
    const tables = personalTables(model);
    const {files = {}, also, forgotten} = model.spec.privacy ?? {};
    const areas = Object.keys(files);
    const preferences = Object.entries(model.spec.preferences ?? {}).map(([name, {about}]) => ({name: preferenceName(model, name), about}));
    const params = contextParams(tables);
    const all = deleteAllStatements(tables);
    const body = render('classes/privacy/provider.php', {
        component: model.component,
        interfaces: interfacesOf(preferences.length > 0).map(name => `\\core_privacy\\local\\${name}`).join(', '),
        metadata: metadataOf(model, tables),
        also: also === undefined ? null : `\\${model.component}\\local\\${also.replaceAll('/', '\\')}`,
        forgotten: forgotten === undefined ? null : methodCall(model, forgotten),
        areas: areas.length === 0 ? null : phpLiteral(areas),
        keeps: tables.length > 0 || areas.length > 0,
        forgets: tables.length > 0 || areas.length > 0 || forgotten !== undefined,
        contexts: contextStatements(tables),
        users: userStatements(tables),
        exports: exportStatements(tables),
        deletesAll: all,
        paramsOfAll: all.includes('$params'),
        deletesPeople: deletePeopleStatements(tables),
        params,
        paramsAnd: params === '' ? '' : `${params}, `,
        tables: tables.map(({name, short, tells}) => ({name, short, tells: tells.map(tell => `${phpString(tell[0])} => ${toldValue(tell)}`)})),
        preferences: preferences.length === 0 ? null : preferences,
    });
    const used = [
        'approved_contextlist', 'approved_userlist', 'contextlist', 'userlist',
        ...(/\btransform::/.test(body) ? ['transform'] : []),
        ...(/\bwriter::/.test(body) ? ['writer'] : []),
    ];
    return phpClass({
        ...header(model),
        summary: 'Tells what is kept of people, hands it to them, and deletes it.',
        uses: ['core_privacy\\local\\metadata\\collection', ...used.map(name => `core_privacy\\local\\request\\${name}`)],
    }, body);
}

function interfacesOf(preferences: boolean): readonly string[] {
    return [
        'metadata\\provider', 'request\\core_userlist_provider', 'request\\plugin\\provider',
        ...(preferences ? ['request\\user_preference_provider'] : []),
    ];
}

function metadataOf(model: Model, tables: readonly KeptTable[]): readonly string[] {
    const {messages, preferences, external} = model.spec;
    return [
        ...tables.map(({name, about, columns}) => `add_database_table(${phpString(name)}, ${fieldsOf(about, columns)}, ${phpString(about)})`),
        ...Object.entries(preferences ?? {}).map(([name, {about}]) => `add_user_preference(${phpString(preferenceName(model, name))}, ${phpString(about)})`),
        ...Object.entries(external ?? {}).map(([name, {about, fields}]) =>
            `add_external_location_link(${phpString(name)}, ${fieldsOf(about, fields)}, ${phpString(about)})`),
        ...[...new Set(Object.values(model.spec.privacy?.files ?? {}))].map(about => `add_subsystem_link('core_files', [], ${phpString(about)})`),
        ...(messages === undefined ? [] : [`add_subsystem_link('core_message', [], ${phpString(PRIVACY_STRINGS.messages)})`]),
    ];
}

function fieldsOf(about: string, names: readonly string[]): string {
    return phpLiteral(Object.fromEntries(names.map(name => [name, `${about}:${name}`])));
}
