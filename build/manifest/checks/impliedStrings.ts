import {PRIVACY_STRINGS} from '../../emit/privacyStrings.ts';
import type {Model} from '../model.ts';
import {SECTION_LIST} from '../sections/index.ts';
import type {Implied} from '../sections/section.ts';

export function impliedStrings({spec, name: plugin}: Model): readonly Implied[] {
    return [
        {key: 'pluginname', why: 'the name of the plugin'},
        ...SECTION_LIST.flatMap(([section, {string, what, strings}]) => Object.entries(spec[section] ?? {}).flatMap(([name, entry]) => [
            ...(string === undefined ? [] : [{key: `${string.replace('{plugin}', plugin)}${name}`, why: `the name of the ${what} '${name}'`}]),
            ...(strings?.(name, entry as never) ?? []),
        ])),
        ...Object.entries(spec.privacy?.files ?? {}).map(([area, key]) => ({key, why: `what the privacy page says of the files in '${area}'`})),
        ...(spec.messages === undefined ? [] : [{key: PRIVACY_STRINGS.messages, why: 'what the privacy page says of messages'}]),
        ...(keepsNothing(spec) ? [{key: PRIVACY_STRINGS.nothing, why: 'why the plugin keeps nothing of people'}] : []),
    ];
}

const keepsNothing = ({tables, messages, preferences, external, privacy}: Model['spec']): boolean =>
    Object.values(tables ?? {}).every(({personal}) => personal === null)
    && [messages, preferences, external, privacy].every(section => section === undefined);
