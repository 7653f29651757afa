import type {Model} from '../manifest/model.ts';
import type {SettingShape} from '../manifest/shape.ts';
import {code, type PhpCode, type PhpValue} from '../php/literal.ts';

export type NamedSetting = readonly [name: string, setting: SettingShape];

export const settingsOf = (model: Model): readonly NamedSetting[] => Object.entries(model.spec.settings ?? {});

export const wholeNumbers = (model: Model): readonly NamedSetting[] =>
    settingsOf(model).filter(([, {kind}]) => kind === 'int' || kind === 'time');

export const isLockable = (setting: SettingShape): boolean => 'lockable' in setting && setting.lockable === true;

/** What a setting is before anybody saved it. */
export function defaultOf(setting: SettingShape): PhpValue {
    switch (setting.kind) {
        case 'int': case 'time': case 'duration': case 'decimal':
            return setting.default ?? 0;
        case 'bool':
            return setting.default === true ? 1 : 0;
        case 'text': case 'longtext': case 'html': case 'custom':
            return setting.default ?? '';
        case 'choice':
            return setting.default ?? setting.values[0] ?? '';
        case 'choices':
            return Object.fromEntries((setting.default ?? []).map(value => [value, 1]));
        case 'roles':
            return setting.single === true ? firstRole(setting.default?.[0] ?? 'student') : setting.default ?? [];
        case 'category':
            return setting.default ?? code('core_course_category::get_default()->id');
        case 'secret': case 'heading':
            return '';
    }
}

/** The site's own role of an archetype: its number is not known before the plugin is there. */
const firstRole = (archetype: string): PhpCode => code(`(int) array_key_first(get_archetype_roles('${archetype}'))`);
