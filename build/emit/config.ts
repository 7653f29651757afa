import type {Emitter, Model} from '../manifest/model.ts';
import type {SettingShape} from '../manifest/shape.ts';
import {phpClass} from '../php/header.ts';
import {phpLiteral, phpString} from '../php/literal.ts';
import {render} from '../php/render.ts';
import {manifestOf} from './namesOf.ts';
import {defaultOf, isLockable, settingsOf} from './settingValues.ts';

type Reader = {readonly type: string; readonly doc: string; readonly body: string};

/** classes/local/config.php: the settings as typed values, so that nobody reads a config key by hand. */
export const config: Emitter = model => {
    const readable = settingsOf(model).filter(([, {kind}]) => kind !== 'heading');
    if (readable.length === 0) {
        return new Map();
    }
    const header = {
        component: model.component,
        source: manifestOf(model),
        summary: "The plugin's settings, typed; a setting that was never saved has its default.",
        namespace: `${model.component}\\local`,
        uses: readable.some(([, {kind}]) => kind === 'secret') ? ['core\\encryption', 'moodle_exception'] : [],
    };
    const lockable = readable.filter(([, setting]) => isLockable(setting)).map(([name]) => name);
    const body = render('classes/local/config.php', {
        component: model.component,
        settings: readable.map(([name, setting]) => ({name, title: titleOf(model, name), ...readerOf(name, setting)})),
        several: readable.some(([, setting]) => setting.kind === 'choices' || (setting.kind === 'roles' && setting.single !== true)),
        secrets: header.uses.length > 0,
        lockable: lockable.length === 0 ? null : phpLiteral(lockable),
    });
    return new Map([['classes/local/config.php', phpClass(header, body)]]);
};

/** What the page calls it, as one line of a comment. */
const titleOf = (model: Model, name: string): string =>
    (model.spec.lang.en[`setting:${name}`] ?? name).replaceAll('*/', '').replace(/\s+/g, ' ').replace(/[.:?!]*$/, '.');

function readerOf(name: string, setting: SettingShape): Reader {
    const read = (value: string): string => `self::read(${phpString(name)}, ${value})`;
    const value = phpLiteral(defaultOf(setting));
    switch (setting.kind) {
        case 'bool':
            return {type: 'bool', doc: 'bool', body: `return (bool) ${read(value)};`};
        case 'int': case 'time': case 'duration':
            return {type: 'int', doc: 'int', body: `return (int) ${read(value)};`};
        case 'decimal':
            return {type: 'float', doc: 'float', body: `return (float) ${read(value)};`};
        case 'choices':
            return {type: 'array', doc: 'string[]', body: `return self::several(${phpString(name)}, ${phpLiteral(setting.default ?? [])});`};
        case 'roles':
            return setting.single === true ? number(name) : severalRoles(name, setting.default ?? []);
        case 'category':
            return setting.default === undefined ? number(name) : {type: 'int', doc: 'int', body: `return (int) ${read(value)};`};
        case 'secret':
            return {type: 'string', doc: 'string Empty where none is set, or where the site\'s key cannot read it.', body: `return self::secret(${phpString(name)});`};
        default:
            return {type: 'string', doc: 'string', body: `return (string) ${read(value)};`};
    }
}

/** An id of the site that has no default before the page was saved: 0 says so. */
const number = (name: string): Reader =>
    ({type: 'int', doc: 'int 0 where none is set.', body: `return (int) self::read(${phpString(name)}, 0);`});

function severalRoles(name: string, archetypes: readonly string[]): Reader {
    const listed = phpLiteral(archetypes);
    return {
        type: 'array',
        doc: 'int[] Ids of roles.',
        body: [
            `$saved = get_config(self::COMPONENT, ${phpString(name)});`,
            'if ($saved === false) {',
            `$roles = array_map('get_archetype_roles', ${listed});`,
            "return array_map('intval', array_keys(array_replace([], ...$roles)));",
            '}',
            `return array_map('intval', self::several(${phpString(name)}, []));`,
        ].join('\n'),
    };
}
