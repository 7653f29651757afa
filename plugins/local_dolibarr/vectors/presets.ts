import type {Vectors} from '../../../test/rules/vectors.ts';
import {fieldsOf, textField, wholeField} from '../rules/envelope.ts';
import {NOW, envelope} from './sample.ts';

const setup = {registrypath: '/moodle/events', extrafieldsof: 'contacts', agendaowner: 2, agefoddpath: '/agefodd/sessions/{session.idnumber}/trainees/{user.dolibarrid}'};
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
        {
            why: 'an event of the agenda',
            given: ['agenda', envelope, setup],
            gives: {
                method: 'POST',
                path: '/agendaevents',
                body: [
                    wholeField('userownerid', 2),
                    textField('type_code', 'AC_OTH'),
                    textField('label', 'Moodle completed: Fire safety'),
                    wholeField('datep', NOW),
                    wholeField('percentage', 100),
                    textField('contact_id', '4711'),
                    textField('ref_ext', '0123abcd'),
                    textField('note_private', `state: completed\ntimecompleted: ${NOW - 60}`),
                ],
            },
        },
        {
            why: 'hours of a trainee',
            given: ['agefodd', {...envelope, type: 'hours', data: [wholeField('hours.mandatory_acquired', 90)]}, setup],
            gives: {method: 'PUT', path: '/agefodd/sessions/S12/trainees/4711', body: [textField('uid', '0123abcd'), textField('hour_foad', '1.50')]},
        },
        {
            why: 'a trainee who has completed was present',
            given: ['agefodd', envelope, setup],
            gives: {method: 'PUT', path: '/agefodd/sessions/S12/trainees/4711', body: [textField('uid', '0123abcd'), wholeField('status_in_session', 3)]},
        },
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
