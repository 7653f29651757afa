import type {Vectors} from '../../../test/rules/vectors.ts';
import {fieldsOf, textField, wholeField, type Field} from '../rules/envelope.ts';
import type {Call} from '../rules/presets.ts';
import {NOW, envelope, person, session} from './sample.ts';

const setup = {registrypath: '/moodle/events', extrafieldsof: 'contacts', agendaowner: 2, agefoddpath: '/agefodd/sessions/trainee'};
const eventOf = (...ties: readonly Field[]): readonly Field[] => [
    wholeField('userownerid', 2),
    textField('type_code', 'AC_OTH'),
    textField('label', 'Moodle completed: Fire safety'),
    wholeField('datep', NOW),
    wholeField('datef', NOW),
    wholeField('percentage', 100),
    textField('ref_ext', '0123abcd'),
    textField('note_private', `state: completed\ntimecompleted: ${NOW - 60}`),
    ...ties,
];
const eventCall = (...ties: readonly Field[]): Call => ({method: 'POST', path: '/agendaevents', body: eventOf(...ties)});
const trainee = [textField('sessid', 'S12'), textField('traineeid', '4711')];
const options = [
    textField('array_options.options_moodle_course', 'FIRE'),
    textField('array_options.options_moodle_type', 'completed'),
    wholeField('array_options.options_moodle_time', NOW),
    textField('array_options.options_moodle_state', 'completed'),
    wholeField('array_options.options_moodle_timecompleted', NOW - 60),
];

export const vectors: Vectors<typeof import('../rules/presets.ts')> = {
    kindsOf: [
        {why: 'the registry is told everything', given: ['registry'], gives: ['completed', 'progress', 'entered', 'hours']},
        {why: 'Agefodd keeps hours and states', given: ['agefodd'], gives: ['hours', 'completed']},
    ],
    callOf: [
        {why: 'the registry takes the canonical envelope', given: ['registry', envelope, setup], gives: {method: 'POST', path: '/moodle/events', body: fieldsOf(envelope)}},
        {why: 'extrafields of a contact', given: ['extrafields', envelope, setup], gives: {method: 'PUT', path: '/contacts/4711', body: options}},
        {why: 'an event of the agenda among those of a contact', given: ['agenda', envelope, setup], gives: eventCall(textField('contact_id', '4711'), wholeField('socpeopleassigned.4711', 1))},
        {
            why: 'among those of a user, and of the owner',
            given: ['agenda', envelope, {...setup, extrafieldsof: 'users'}],
            gives: eventCall(wholeField('userassigned.2.id', 2), textField('userassigned.4711.id', '4711')),
        },
        {
            why: 'among those of a member',
            given: ['agenda', envelope, {...setup, extrafieldsof: 'members'}],
            gives: eventCall(textField('elementtype', 'member'), textField('fk_element', '4711')),
        },
        {
            why: 'hours of a trainee',
            given: ['agefodd', {...envelope, type: 'hours', data: [wholeField('hours.mandatory_acquired', 90)]}, setup],
            gives: {method: 'PUT', path: '/agefodd/sessions/trainee', body: [...trainee, textField('request.hour_foad', '1.50')]},
        },
        {
            why: 'a trainee who has completed was present',
            given: ['agefodd', envelope, setup],
            gives: {method: 'PUT', path: '/agefodd/sessions/trainee', body: [...trainee, wholeField('request.status_in_session', 3)]},
        },
    ],
    lackOf: [
        {why: 'the registry takes what there is', given: ['registry', {...envelope, session: null}], gives: 'none'},
        {why: 'Dolibarr has numbers', given: ['agenda', {...envelope, user: {...person, idnumber: 'C-4711'}}], gives: 'notanumber'},
        {why: 'a contact by the number of its row', given: ['extrafields', {...envelope, session: null}], gives: 'none'},
        {why: 'Agefodd knows trainees in sessions', given: ['agefodd', {...envelope, session: null}], gives: 'nosession'},
        {why: 'and sessions by their numbers', given: ['agefodd', envelope], gives: 'nosession'},
        {why: 'both are known', given: ['agefodd', {...envelope, session: {...session, idnumber: '12'}}], gives: 'none'},
    ],
    isNumber: [
        {why: 'nothing', given: [''], gives: false},
        {why: 'no row has it', given: ['0'], gives: false},
        {why: 'a row', given: ['4710'], gives: true},
        {why: 'less than nothing', given: ['-1'], gives: false},
        {why: 'a name', given: ['C-4711'], gives: false},
    ],
    isNotAllowed: [
        {why: 'a right is missing', given: ['Unauthorized: Insufficient rights to create your Agenda Event'], gives: true},
        {why: 'a person who is not for this account', given: ['Unauthorized: Access not allowed for login moodle'], gives: true},
        {why: 'a key that nobody has', given: ['Unauthorized: Error user not valid (not found with api key or bad status or bad validity dates)'], gives: false},
        {why: 'older versions say no more', given: ['Unauthorized: Access not allowed'], gives: false},
    ],
    rightsOf: [
        {why: 'the registry has its own', given: ['registry', setup, true], gives: []},
        {why: 'contacts', given: ['extrafields', setup, true], gives: ['societe.contact.lire', 'societe.contact.creer']},
        {why: 'users', given: ['extrafields', {...setup, extrafieldsof: 'users'}, true], gives: ['user.user.lire', 'user.user.creer']},
        {why: 'members', given: ['extrafields', {...setup, extrafieldsof: 'members'}, true], gives: ['adherent.lire', 'adherent.creer']},
        {why: 'events of its own', given: ['agenda', setup, true], gives: ['agenda.myactions.read', 'agenda.myactions.create', 'societe.client.voir']},
        {
            why: 'events of somebody else',
            given: ['agenda', setup, false],
            gives: ['agenda.myactions.read', 'agenda.myactions.create', 'societe.client.voir', 'agenda.allactions.create'],
        },
        {why: 'trainees', given: ['agefodd', setup, true], gives: ['agefodd.lire', 'agefodd.creer']},
    ],
    lookupOf: [
        {why: 'by its identity', given: ['0123abcd'], gives: {method: 'GET', path: "/agendaevents?sqlfilters=(t.ref_ext%3A%3D%3A'0123abcd')", body: []}},
    ],
    extrafieldsOf: [{why: 'the last state', given: [envelope], gives: options}],
    hoursOf: [
        {why: 'none', given: [0], gives: '0.00'},
        {why: 'an hour and five minutes', given: [65], gives: '1.08'},
    ],
    filled: [
        {why: 'a number and a text', given: ['/a/{course.id}/{user.dolibarrid}', fieldsOf(envelope)], gives: '/a/3/4711'},
        {
            why: 'an idnumber leads nowhere else',
            given: ['/a/{user.dolibarrid}', fieldsOf({...envelope, user: {...envelope.user, idnumber: '../users/1?x'}})],
            gives: '/a/users1x',
        },
    ],
};
