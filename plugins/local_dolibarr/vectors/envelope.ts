import type {Vectors} from '../../../test/rules/vectors.ts';
import {textField, wholeField} from '../rules/envelope.ts';
import {NOW, course, envelope, person, session} from './sample.ts';

const known = [
    textField('caller', 'moodle'),
    textField('uid', '0123abcd'),
    textField('type', 'completed'),
    wholeField('sitetime', NOW),
    textField('site', 'https://school.example'),
    textField('user.dolibarrid', '4711'),
    wholeField('user.id', 7),
    textField('user.username', 'kiri'),
    textField('user.email', 'kiri@school.example'),
    wholeField('course.id', 3),
    textField('course.idnumber', 'FIRE'),
    textField('course.shortname', 'Fire safety'),
];

export const vectors: Vectors<typeof import('../rules/envelope.ts')> = {
    missingIn: [
        {why: 'both are known', given: [person, course], gives: 'none'},
        {why: 'a person whom Dolibarr did not make', given: [{...person, idnumber: ''}, course], gives: 'nopersonid'},
        {why: 'a course that Dolibarr does not know', given: [person, {...course, idnumber: ''}], gives: 'nocourseid'},
        {why: 'a person who is gone', given: [null, course], gives: 'nouser'},
        {why: 'a course that is gone', given: [person, null], gives: 'nocourse'},
    ],
    sessionAmong: [
        {why: 'no group', given: [[]], gives: null},
        {why: 'a group that is no session', given: [[{...session, idnumber: ''}]], gives: null},
        {why: 'the first that is one', given: [[{...session, idnumber: ''}, session, {...session, idnumber: 'S13'}]], gives: session},
    ],
    fieldsOf: [
        {
            why: 'a whole envelope',
            given: [envelope],
            gives: [
                ...known,
                wholeField('session.groupid', 5),
                textField('session.idnumber', 'S12'),
                textField('session.name', 'March'),
                textField('data.state', 'completed'),
                wholeField('data.timecompleted', NOW - 60),
            ],
        },
        {why: 'somebody without a session', given: [{...envelope, session: null, data: []}], gives: [...known, textField('session', null)]},
    ],
    textField: [{why: 'a text', given: ['a', 'b'], gives: {name: 'a', whole: null, text: 'b'}}],
    wholeField: [{why: 'a number', given: ['a', 0], gives: {name: 'a', whole: 0, text: null}}],
    shownField: [
        {why: 'a text', given: [{name: 'a', whole: null, text: 'b'}], gives: 'b'},
        {why: 'a number', given: [{name: 'a', whole: 0, text: null}], gives: '0'},
        {why: 'nothing', given: [{name: 'a', whole: null, text: null}], gives: ''},
    ],
};
