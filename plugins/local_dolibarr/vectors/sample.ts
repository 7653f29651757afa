import {textField, wholeField, type Envelope} from '../rules/envelope.ts';

export const NOW = 1793000000;

export const person = {id: 7, idnumber: '4711', username: 'kiri', email: 'kiri@school.example'};
export const course = {id: 3, idnumber: 'FIRE', shortname: 'Fire safety'};
export const session = {groupid: 5, idnumber: 'S12', name: 'March'};

export const envelope: Envelope = {
    caller: 'moodle',
    uid: '0123abcd',
    type: 'completed',
    sitetime: NOW,
    site: 'https://school.example',
    user: person,
    course,
    session,
    data: [textField('state', 'completed'), wholeField('timecompleted', NOW - 60)],
};
