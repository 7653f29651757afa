import type {Choice, Choices, Duration} from '../manifest/kinds.ts';
import type {Model} from '../manifest/model.ts';
import type {SettingShape} from '../manifest/shape.ts';
import {code, phpLiteral, phpString, type PhpCode, type PhpValue} from '../php/literal.ts';
import {CLEANING} from './cleaning.ts';
import {methodCall} from './namesOf.ts';
import {defaultOf, isLockable} from './settingValues.ts';

const UNITS: readonly (readonly [seconds: number, constant: string])[] =
    [[604800, 'WEEKSECS'], [86400, 'DAYSECS'], [3600, 'HOURSECS'], [60, 'MINSECS'], [1, '1']];

/** The statement that adds one setting to the page. */
export function settingCode(model: Model, name: string, setting: SettingShape): string {
    if (setting.kind === 'duration') {
        return durationCode(model, name, setting);
    }
    const [constructor, ...rest] = constructorOf(model, name, setting);
    const one = made(constructor, model, name, rest);
    return isLockable(setting) ? ['$setting = ' + one + ';', LOCK, '$settings->add($setting);'].join('\n') : `$settings->add(${one});`;
}

function constructorOf(model: Model, name: string, setting: Exclude<SettingShape, Duration>): readonly [string, ...PhpValue[]] {
    const value = defaultOf(setting);
    switch (setting.kind) {
        case 'heading':
            return ['admin_setting_heading'];
        case 'bool':
            return ['admin_setting_configcheckbox', value];
        case 'int':
            return [`\\${model.component}\\admin\\whole_number`, value, setting.min ?? null, setting.max ?? null];
        case 'time':
            return [`\\${model.component}\\admin\\whole_number`, value, 0, null];
        case 'decimal':
            return ['admin_setting_configtext', value, code('PARAM_FLOAT'), 10];
        case 'text':
            return ['admin_setting_configtext', value, setting.pattern === undefined ? code(CLEANING[setting.as ?? 'text']) : regex(setting.pattern), Math.min(setting.length, 60)];
        case 'longtext':
            return ['admin_setting_configtextarea', value, code(CLEANING[setting.as ?? 'text'])];
        case 'html':
            return ['admin_setting_confightmleditor', value];
        case 'choice':
            return ['admin_setting_configselect', value, options(model, name, setting)];
        case 'choices':
            return ['admin_setting_configmulticheckbox', value, options(model, name, setting)];
        case 'roles':
            return setting.single === true
                ? ['admin_setting_configselect', value, code('role_fix_names(get_all_roles(), null, ROLENAME_ORIGINAL, true)')]
                : ['admin_setting_pickroles', value];
        case 'category':
            return ['admin_settings_coursecat_select', value];
        case 'secret':
            return ['admin_setting_encryptedpassword'];
        case 'custom':
            return [`\\${model.component}\\admin\\${setting.class}`, value];
    }
}

function durationCode(model: Model, name: string, setting: Duration): string {
    const value = setting.default ?? 0;
    const [, unit] = UNITS.find(([seconds]) => value >= seconds && value % seconds === 0) ?? [1, 'DAYSECS'];
    const one = made('admin_setting_configduration', model, name, [value, code(unit)]);
    if ([setting.min, setting.max, setting.check].every(said => said === undefined) && !isLockable(setting)) {
        return `$settings->add(${one});`;
    }
    return [
        `$setting = ${one};`,
        ...(setting.min === undefined ? [] : [`$setting->set_min_duration(${setting.min});`]),
        ...(setting.max === undefined ? [] : [`$setting->set_max_duration(${setting.max});`]),
        ...(setting.check === undefined ? [] : [`$setting->set_validate_function(${methodCall(model, setting.check)}(...));`]),
        ...(isLockable(setting) ? [LOCK] : []),
        '$settings->add($setting);',
    ].join('\n');
}

const LOCK = '$setting->set_locked_flag_options(admin_setting_flag::ENABLED, false);';

function made(constructor: string, model: Model, name: string, rest: readonly PhpValue[]): string {
    const described = Object.hasOwn(model.spec.lang.en, `setting:${name}_desc`);
    const args: readonly PhpValue[] = [
        `${model.component}/${name}`, text(model, `setting:${name}`), described ? text(model, `setting:${name}_desc`) : '', ...rest,
    ];
    return `new ${constructor}(${args.map(value => phpLiteral(value)).join(', ')})`;
}

/** A value reads as the string setting:<name>:<value> says; numbers may speak for themselves. */
function options(model: Model, name: string, setting: Choice | Choices): PhpValue {
    return Object.fromEntries(setting.values.map(value => {
        const key = `setting:${name}:${value}`;
        return [value, Object.hasOwn(model.spec.lang.en, key) || !isNumber(value) ? text(model, key) : value];
    }));
}

export const isNumber = (value: string): boolean => /^\d+$/.test(value);

const text = (model: Model, key: string): PhpCode => code(`new lang_string(${phpString(key)}, ${phpString(model.component)})`);

const regex = (pattern: string): string => `/${pattern.replace(/(?<!\\)\//g, '\\/')}/`;
