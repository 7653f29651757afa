import type {Envelope, Field} from './envelope.ts';
import {fieldsOf, shownField, textField, wholeField} from './envelope.ts';

/** Ways to keep in Dolibarr what Moodle tells. */
export type Preset = 'registry' | 'extrafields' | 'agenda' | 'agefodd';

/** All of them, in the order in which an admin reads them. */
export const PRESETS: readonly Preset[] = ['registry', 'extrafields', 'agenda', 'agefodd'];

/** What a customer's Dolibarr looks like. */
export type Setup = {
    /** Where the registry listens. */
    readonly registrypath: string;
    /** What people are in Dolibarr: contacts, users or members. */
    readonly extrafieldsof: string;
    /** Id of the Dolibarr user to whom agenda events belong. */
    readonly agendaowner: number;
    /** Where Agefodd takes the hours of a trainee. */
    readonly agefoddpath: string;
};

/** A request: method, path below the API, and body. */
export type Call = {readonly method: string; readonly path: string; readonly body: readonly Field[]};

/** The kinds of messages that a preset wants. */
export function kindsOf(preset: Preset): readonly string[] {
    return preset === 'agefodd' ? ['hours', 'completed'] : ['completed', 'progress', 'entered', 'hours'];
}

/** The request that tells of an envelope. */
export function callOf(preset: Preset, envelope: Envelope, setup: Setup): Call {
    const fields = fieldsOf(envelope);
    switch (preset) {
        case 'registry':
            return {method: 'POST', path: filled(setup.registrypath, fields), body: fields};
        case 'extrafields':
            return {
                method: 'PUT',
                path: `/${setup.extrafieldsof}/${segment(envelope.user.idnumber)}`,
                body: extrafieldsOf(envelope),
            };
        case 'agenda':
            return {method: 'POST', path: '/agendaevents', body: agendaEventOf(envelope, setup)};
        default:
            return {method: 'PUT', path: filled(setup.agefoddpath, fields), body: traineeOf(envelope)};
    }
}

/** The request that finds an agenda event by its identity. A colon within it would find nothing, so identities have none. */
export function lookupOf(uid: string): Call {
    return {method: 'GET', path: `/agendaevents?sqlfilters=(t.ref_ext%3A%3D%3A'${uid}')`, body: []};
}

/** Extrafields of a person: the last state of each kind, by course. */
export function extrafieldsOf(envelope: Envelope): readonly Field[] {
    const before = 'array_options.options_moodle_';
    const told = envelope.data.map(field => ({...field, name: `${before}${field.name.replaceAll('.', '_')}`}));
    return [
        textField(`${before}course`, envelope.course.idnumber),
        textField(`${before}type`, envelope.type),
        wholeField(`${before}time`, envelope.sitetime),
    ].concat(told);
}

/** An event of the agenda, with the contact whom it is about. */
function agendaEventOf(envelope: Envelope, setup: Setup): readonly Field[] {
    const lines = envelope.data.map(field => `${field.name}: ${shownField(field)}`);
    return [
        wholeField('userownerid', setup.agendaowner),
        textField('type_code', 'AC_OTH'),
        textField('label', `Moodle ${envelope.type}: ${envelope.course.shortname}`),
        wholeField('datep', envelope.sitetime),
        wholeField('percentage', 100),
        textField('contact_id', envelope.user.idnumber),
        textField('ref_ext', envelope.uid),
        textField('note_private', lines.join('\n')),
    ];
}

/** Hours and state of a trainee of Agefodd: 3 is present, 4 partly present. */
function traineeOf(envelope: Envelope): readonly Field[] {
    const minutes = numberOf(envelope.data, 'hours.mandatory_acquired') + numberOf(envelope.data, 'hours.optional_acquired');
    const isdone = envelope.data.some(field => field.name === 'state' && field.text === 'completed');
    return envelope.type === 'hours'
        ? [textField('uid', envelope.uid), textField('hour_foad', hoursOf(minutes))]
        : [textField('uid', envelope.uid), wholeField('status_in_session', isdone ? 3 : 4)];
}

/** Minutes as hours with two decimals, in words of digits: a decimal number is not exact. */
export function hoursOf(minutes: number): string {
    const hundredths = Math.floor((Math.max(minutes, 0) * 100) / 60);
    return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}

/** A whole number among the data; 0 where there is none. */
function numberOf(data: readonly Field[], name: string): number {
    return data.find(field => field.name === name && field.whole !== null)?.whole ?? 0;
}

/** A path with fields of the envelope in it. */
export function filled(path: string, fields: readonly Field[]): string {
    const pieces = path.split('{');
    return pieces.map((piece, place) => (place === 0 ? piece : filledPiece(piece, fields))).join('');
}

/** What stood behind an opening brace: a name, its closing brace, and the path that follows. */
function filledPiece(piece: string, fields: readonly Field[]): string {
    const parts = piece.split('}');
    const name = parts[0] ?? '';
    const field = fields.find(one => one.name === name) ?? null;
    return `${field === null ? '' : segment(shownField(field))}${parts.slice(1).join('}')}`;
}

/** A text as a part of a path: what would lead elsewhere is left out. */
function segment(text: string): string {
    const kept = text.replaceAll('/', '').replaceAll('?', '').replaceAll('#', '').replaceAll('%', '').replaceAll('..', '');
    return kept.replaceAll(' ', '%20');
}
