import {badName, missingString, onlyTranslated, otherPlaceholders, untranslated} from '../../diagnostics/manifest.ts';
import {nearest} from '../nearest.ts';
import type {Model} from '../model.ts';
import type {Finding} from './finding.ts';
import {impliedStrings} from './impliedStrings.ts';

/** What Moodle takes as the name of a string. */
export const STRING_NAME = /^[a-zA-Z][a-zA-Z0-9.:/_-]*$/;

/** Every string that is asked for is there, in both languages, and fills in the same. */
export function checkStrings(model: Model): readonly Finding[] {
    const {en, fr} = model.spec.lang;
    const missing = new Map(impliedStrings(model).filter(({key}) => !Object.hasOwn(en, key)).map(({key, why}) => [key, why]));
    return [
        ...[...missing].map(([key, why]): Finding => ({path: ['lang', 'en'], say: place => missingString(place, key, why)})),
        ...Object.keys(en).filter(key => !STRING_NAME.test(key) || key.length > 255).map((key): Finding =>
            ({path: ['lang', 'en', key], say: place => badName(place, 'string', key, 'a letter, then letters, digits and . : / _ -, 255 at most')})),
        ...Object.keys(en).filter(key => !Object.hasOwn(fr, key)).map((key): Finding =>
            ({path: ['lang', 'fr'], say: place => untranslated(place, key)})),
        ...Object.keys(fr).filter(key => !Object.hasOwn(en, key)).map((key): Finding =>
            ({path: ['lang', 'fr', key], say: place => onlyTranslated(place, key, nearest(key, Object.keys(en)))})),
        ...Object.entries(fr).flatMap(([key, text]) => placeholderFindings(key, en[key] ?? text, text)),
    ];
}

function placeholderFindings(key: string, original: string, translated: string): readonly Finding[] {
    const [one, other] = [placeholders(original), placeholders(translated)];
    return one.join() === other.join() ? [] : [{path: ['lang', 'fr', key], say: place => otherPlaceholders(place, key, one, other)}];
}

const placeholders = (text: string): readonly string[] => [...new Set(text.match(/\{\$a(->\w+)?\}/g) ?? [])].sort();
