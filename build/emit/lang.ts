import type {Emitter, Model} from '../manifest/model.ts';
import {phpScript} from '../php/header.ts';
import {phpString} from '../php/literal.ts';
import {frenchSpaces} from './frenchSpaces.ts';
import {ownStrings} from './ownStrings.ts';

const LANGUAGES = {en: 'English', fr: 'French'} as const;
const SPACES = {en: (text: string): string => text, fr: frenchSpaces} as const;

/** lang/en and lang/fr: sorted by key, as Moodle asks. */
export const lang: Emitter = model => new Map(
    (['en', 'fr'] as const).map(language => [`lang/${language}/${model.component}.php`, languageFile(model, language)]),
);

function languageFile(model: Model, language: keyof typeof LANGUAGES): string {
    const strings = Object.entries({...ownStrings(model, language), ...model.spec.lang[language]}).sort(([a], [b]) => (a < b ? -1 : 1));
    const header = {
        component: model.component,
        source: `${model.sources}/lang/${language}.ts`,
        summary: `${LANGUAGES[language]} strings of the plugin.`,
        guard: true,
    };
    return phpScript(header, strings.map(([key, value]) => `$string[${phpString(key)}] = ${phpString(SPACES[language](value))};`).join('\n'));
}
