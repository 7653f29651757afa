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

/** Why a preset cannot tell of an envelope yet; `none` where it can. */
export type Lack = 'none' | 'notanumber' | 'nosession';

/** With these words, 401 speaks of what an account may do: Dolibarr says it to keys that it knows, too. */
const NOT_ALLOWED: readonly string[] = [
    'Insufficient rights', 'No permission', 'Not allowed', 'for login', 'not allowed to', 'update not allowed',
];

/** The kinds of messages that a preset wants. */
export function kindsOf(preset: Preset): readonly string[] {
    return preset === 'agefodd' ? ['hours', 'completed'] : ['completed', 'progress', 'entered', 'hours'];
}

/** What an envelope lacks for a preset. Dolibarr knows people by the numbers of their rows, and Agefodd its sessions. */
export function lackOf(preset: Preset, envelope: Envelope): Lack {
    if (preset === 'registry') {
        return 'none';
    }
    if (!isNumber(envelope.user.idnumber)) {
        return 'notanumber';
    }
    return preset === 'agefodd' && !isNumber(envelope.session?.idnumber ?? '') ? 'nosession' : 'none';
}

/** Whether a text is the number of a row. */
export function isNumber(text: string): boolean {
    const even = text.replaceAll('0', '').replaceAll('2', '').replaceAll('4', '').replaceAll('6', '').replaceAll('8', '');
    const left = even.replaceAll('1', '').replaceAll('3', '').replaceAll('5', '').replaceAll('7', '').replaceAll('9', '');
    return text !== '' && text !== '0' && left === '';
}

/** Whether words that come with 401 speak of what the account may do, and not of the key. */
export function isNotAllowed(words: string): boolean {
    return NOT_ALLOWED.some(part => words.includes(part));
}

/** Rights that the account of the key needs, as Dolibarr names them. Who may not see all third parties finds no event again. */
export function rightsOf(preset: Preset, setup: Setup, ownsevents: boolean): readonly string[] {
    switch (preset) {
        case 'extrafields':
            return rightsOverPeople(setup.extrafieldsof);
        case 'agenda':
            return ['agenda.myactions.read', 'agenda.myactions.create', 'societe.client.voir']
                .concat(ownsevents ? [] : ['agenda.allactions.create']);
        case 'agefodd':
            return ['agefodd.lire', 'agefodd.creer'];
        default:
            return [];
    }
}

/** Rights to read and to write people of a kind. */
function rightsOverPeople(kind: string): readonly string[] {
    if (kind === 'members') {
        return ['adherent.lire', 'adherent.creer'];
    }
    return kind === 'users' ? ['user.user.lire', 'user.user.creer'] : ['societe.contact.lire', 'societe.contact.creer'];
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

/** An event of the agenda, tied to whom it is about. */
function agendaEventOf(envelope: Envelope, setup: Setup): readonly Field[] {
    const lines = envelope.data.map(field => `${field.name}: ${shownField(field)}`);
    return [
        wholeField('userownerid', setup.agendaowner),
        textField('type_code', 'AC_OTH'),
        textField('label', `Moodle ${envelope.type}: ${envelope.course.shortname}`),
        wholeField('datep', envelope.sitetime),
        wholeField('datef', envelope.sitetime),
        wholeField('percentage', 100),
        textField('ref_ext', envelope.uid),
        textField('note_private', lines.join('\n')),
    ].concat(tiesOf(envelope.user.idnumber, setup));
}

/** What ties an event to somebody, so that it stands among theirs. A contact is named in the event and in its list of people. */
function tiesOf(number: string, setup: Setup): readonly Field[] {
    if (setup.extrafieldsof === 'users') {
        return [
            wholeField(`userassigned.${setup.agendaowner}.id`, setup.agendaowner),
            textField(`userassigned.${number}.id`, number),
        ];
    }
    if (setup.extrafieldsof === 'members') {
        return [textField('elementtype', 'member'), textField('fk_element', number)];
    }
    return [textField('contact_id', number), wholeField(`socpeopleassigned.${number}`, 1)];
}

/** Hours or state of a trainee in a session of Agefodd: 3 is present, 4 partly present. What changes stands in `request`. */
function traineeOf(envelope: Envelope): readonly Field[] {
    const minutes = numberOf(envelope.data, 'hours.mandatory_acquired') + numberOf(envelope.data, 'hours.optional_acquired');
    const isdone = envelope.data.some(field => field.name === 'state' && field.text === 'completed');
    return [
        textField('sessid', envelope.session?.idnumber ?? ''),
        textField('traineeid', envelope.user.idnumber),
        envelope.type === 'hours'
            ? textField('request.hour_foad', hoursOf(minutes))
            : wholeField('request.status_in_session', isdone ? 3 : 4),
    ];
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
