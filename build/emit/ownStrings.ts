import type {Model} from '../manifest/model.ts';
import {wholeNumbers} from './settingValues.ts';

type Strings = Readonly<Record<string, string>>;

const WHOLE_NUMBER: Readonly<Record<'en' | 'fr', Strings>> = {
    en: {
        'wholenumber:any': 'Enter a whole number, without decimals or spaces.',
        'wholenumber:atleast': 'Enter a whole number of {$a->min} or more.',
        'wholenumber:atmost': 'Enter a whole number of {$a->max} or less.',
        'wholenumber:between': 'Enter a whole number from {$a->min} to {$a->max}.',
    },
    fr: {
        'wholenumber:any': 'Saisissez un nombre entier, sans décimales ni espaces.',
        'wholenumber:atleast': 'Saisissez un nombre entier supérieur ou égal à {$a->min}.',
        'wholenumber:atmost': 'Saisissez un nombre entier inférieur ou égal à {$a->max}.',
        'wholenumber:between': 'Saisissez un nombre entier de {$a->min} à {$a->max}.',
    },
};

/** Strings that generated classes use, beside those of the plugin, which may word them differently. */
export function ownStrings(model: Model, language: 'en' | 'fr'): Strings {
    return wholeNumbers(model).length > 0 ? WHOLE_NUMBER[language] : {};
}
