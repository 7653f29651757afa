import type {Emitter, Model} from '../manifest/model.ts';
import {phpClass} from '../php/header.ts';
import {phpLiteral, phpString} from '../php/literal.ts';
import {render} from '../php/render.ts';
import {manifestOf} from './namesOf.ts';
import {PRIVACY_STRINGS} from './privacyStrings.ts';
import {preferenceName, personalTables, type KeptTable} from './personalTables.ts';

/** classes/privacy/provider.php: what is kept of people, exported and deleted; all of it follows from the `personal` notes. */
export const privacy: Emitter = model => {
    const {messages, preferences, external} = model.spec;
    const nothing = personalTables(model).length === 0 && [messages, preferences, external].every(said => said === undefined);
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
    const preferences = Object.entries(model.spec.preferences ?? {}).map(([name, {about}]) => [preferenceName(model, name), about] as const);
    const body = render('classes/privacy/provider.php', {
        component: model.component,
        openBrace: '{',
        interfaces: interfacesOf(preferences.length > 0).map(name => `\\core_privacy\\local\\${name}`).join(', '),
        tables: phpLiteral(Object.fromEntries(tables.map(({name, kept}) => [name, kept]))),
        metadata: metadataOf(model, tables),
        preferences: preferences.length === 0 ? null : phpLiteral(Object.fromEntries(preferences)),
    });
    return phpClass({
        ...header(model),
        summary: 'Tells what is kept of people, hands it to them, and deletes it.',
        uses: [
            'core_privacy\\local\\metadata\\collection',
            ...['approved_contextlist', 'approved_userlist', 'contextlist', 'transform', 'userlist', 'writer'].map(name => `core_privacy\\local\\request\\${name}`),
        ],
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
        ...(messages === undefined ? [] : [`add_subsystem_link('core_message', [], ${phpString(PRIVACY_STRINGS.messages)})`]),
    ];
}

function fieldsOf(about: string, names: readonly string[]): string {
    return phpLiteral(Object.fromEntries(names.map(name => [name, `${about}:${name}`])));
}
