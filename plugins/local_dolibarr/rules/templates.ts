import type {Field} from './envelope.ts';
import {shownField} from './envelope.ts';

/** What may be told. */
export type Kind = 'entered' | 'progress' | 'completed' | 'hours';

/** All of it, in the order in which an admin reads it. */
export const KINDS: readonly Kind[] = ['entered', 'progress', 'completed', 'hours'];

/** Names of what every message tells. */
const COMMON: readonly string[] = [
    'caller', 'uid', 'type', 'sitetime', 'site', 'user.dolibarrid', 'user.id', 'user.username', 'user.email',
    'course.id', 'course.idnumber', 'course.shortname', 'session.groupid', 'session.idnumber', 'session.name',
];

/** Names of several values, each of which stands alone in its place. */
const BRANCHES: readonly string[] = ['user', 'course', 'session', 'data'];

/** What is wrong with a template; `none` where it is well. */
export type Slip = 'none' | 'noslash' | 'braces' | 'stranger';

/** Names of what learning time tells. */
const HOURS: readonly string[] = [
    'data.mandatory.items', 'data.mandatory.done', 'data.mandatory.minutes', 'data.mandatory.acquired', 'data.mandatory.ratio',
    'data.optional.items', 'data.optional.done', 'data.optional.minutes', 'data.optional.acquired', 'data.optional.ratio',
    'data.hours.mandatory_total', 'data.hours.mandatory_acquired', 'data.hours.optional_acquired', 'data.hours.measured',
    'data.ratio', 'data.first', 'data.last',
];

/** The names of values that a template of a kind may have in braces. */
export function namesOf(kind: Kind): readonly string[] {
    return COMMON.concat(dataOf(kind));
}

/** Names of what a kind of message tells. */
function dataOf(kind: Kind): readonly string[] {
    switch (kind) {
        case 'entered':
            return ['data.timestarted'];
        case 'progress':
            return ['data.cmid', 'data.modname', 'data.state', 'data.done', 'data.total', 'data.ratio'];
        case 'completed':
            return ['data.state', 'data.timecompleted'];
        default:
            return HOURS;
    }
}

/** The names that stand in braces in a text. */
export function namesIn(text: string): readonly string[] {
    return text.split('{').slice(1).map(piece => piece.split('}')[0] ?? '');
}

/** What is wrong with a text of a template for a kind of message. */
export function slipIn(text: string, kind: Kind): Slip {
    const opened = text.split('{').slice(1);
    if (text.split('}').length !== opened.length + 1 || opened.some(piece => !piece.includes('}'))) {
        return 'braces';
    }
    const known = namesOf(kind);
    const isBranch = BRANCHES.some(name => text === `{${name}}`);
    return isBranch || namesIn(text).every(name => known.includes(name)) ? 'none' : 'stranger';
}

/** What is wrong with a path for a kind of message. */
export function slipInPath(path: string, kind: Kind): Slip {
    return path.startsWith('/') ? slipIn(path, kind) : 'noslash';
}

/** The names in a path for which a message has nothing: it would lead elsewhere. */
export function emptyIn(path: string, fields: readonly Field[]): readonly string[] {
    return namesIn(path).filter(name => !fields.some(field => field.name === name && shownField(field) !== ''));
}

/** What a text of a template says of a message: one name alone is its value, a number or nothing too; others stand in the text. */
export function valueOf(text: string, fields: readonly Field[]): Field {
    const names = namesIn(text);
    const name = names[0] ?? '';
    if (names.length === 1 && text === `{${name}}`) {
        const field = fields.find(one => one.name === name) ?? null;
        return {name: text, whole: field === null ? null : field.whole, text: field === null ? null : field.text};
    }
    const pieces = text.split('{');
    const shown = pieces.map((piece, place) => (place === 0 ? piece : filledPiece(piece, fields)));
    return {name: text, whole: null, text: shown.join('')};
}

/** All that a message says below a name, where that is all that a text of a template says. */
export function branchOf(text: string, fields: readonly Field[]): readonly Field[] {
    const name = namesIn(text)[0] ?? '';
    const below = fields.filter(field => text === `{${name}}` && isBelow(field, name));
    return below.map(field => ({...field, name: restOf(field)}));
}

/** Whether a field stands below a name. */
function isBelow(field: Field, name: string): boolean {
    return field.name.startsWith(`${name}.`);
}

/** The name of a field without its beginning. */
function restOf(field: Field): string {
    return field.name.split('.').slice(1).join('.');
}

/** What stood behind an opening brace, with the value in place of the name. */
function filledPiece(piece: string, fields: readonly Field[]): string {
    const parts = piece.split('}');
    const name = parts[0] ?? '';
    const field = fields.find(one => one.name === name) ?? null;
    return `${field === null ? '' : shownField(field)}${parts.slice(1).join('}')}`;
}
