import type {Vectors} from '../../../test/rules/vectors.ts';
import {fieldsOf, textField, wholeField} from '../rules/envelope.ts';
import {NOW, envelope} from './sample.ts';

const fields = fieldsOf(envelope);
const alone = fieldsOf({...envelope, session: null, data: [textField('timecompleted', null)]});
const common = [
    'caller', 'uid', 'type', 'sitetime', 'site', 'user.dolibarrid', 'user.id', 'user.username', 'user.email',
    'course.id', 'course.idnumber', 'course.shortname', 'session.groupid', 'session.idnumber', 'session.name',
];

export const vectors: Vectors<typeof import('../rules/templates.ts')> = {
    namesOf: [
        {why: 'of a first entry', given: ['entered'], gives: [...common, 'data.timestarted']},
        {why: 'of a completion', given: ['completed'], gives: [...common, 'data.state', 'data.timecompleted']},
    ],
    namesIn: [
        {why: 'none', given: ['Moodle'], gives: []},
        {why: 'two, one of them twice', given: ['{type} {course.idnumber} {type}'], gives: ['type', 'course.idnumber', 'type']},
    ],
    slipIn: [
        {why: 'known names', given: ['{type}: {data.state}', 'completed'], gives: 'none'},
        {why: 'a name of another kind of message', given: ['{data.timestarted}', 'completed'], gives: 'stranger'},
        {why: 'a name that there is not', given: ['{user.password}', 'completed'], gives: 'stranger'},
        {why: 'nothing between braces', given: ['{}', 'completed'], gives: 'stranger'},
        {why: 'a brace that is not closed', given: ['{type', 'completed'], gives: 'braces'},
        {why: 'a brace that is not opened', given: ['type}', 'completed'], gives: 'braces'},
        {why: 'braces the other way round', given: ['}type{', 'completed'], gives: 'braces'},
        {why: 'several values alone', given: ['{data}', 'completed'], gives: 'none'},
        {why: 'several values within a text', given: ['It is {data}', 'completed'], gives: 'stranger'},
    ],
    slipInPath: [
        {why: 'below the API', given: ['/sessions/{session.idnumber}', 'hours'], gives: 'none'},
        {why: 'not below the API', given: ['sessions', 'hours'], gives: 'noslash'},
        {why: 'another host', given: ['https://other.example/{type}', 'hours'], gives: 'noslash'},
        {why: 'several values', given: ['/sessions/{session}', 'hours'], gives: 'stranger'},
    ],
    emptyIn: [
        {why: 'all is there', given: ['/a/{session.idnumber}/{user.dolibarrid}', fields], gives: []},
        {why: 'somebody without a session', given: ['/a/{session.idnumber}/{user.dolibarrid}', alone], gives: ['session.idnumber']},
        {why: 'nothing is asked', given: ['/a', alone], gives: []},
    ],
    valueOf: [
        {why: 'a number stays one', given: ['{data.timecompleted}', fields], gives: wholeField('{data.timecompleted}', NOW - 60)},
        {why: 'a number within a text', given: ['at {data.timecompleted}', fields], gives: textField('at {data.timecompleted}', `at ${NOW - 60}`)},
        {why: 'a text', given: ['{user.dolibarrid}', fields], gives: textField('{user.dolibarrid}', '4711')},
        {why: 'nothing stays nothing', given: ['{data.timecompleted}', alone], gives: textField('{data.timecompleted}', null)},
        {why: 'nothing within a text', given: ['at {data.timecompleted}', alone], gives: textField('at {data.timecompleted}', 'at ')},
        {why: 'words alone', given: ['AC_OTH', fields], gives: textField('AC_OTH', 'AC_OTH')},
        {
            why: 'what somebody is called puts in nothing more',
            given: ['{user.username} {user.email}', fieldsOf({...envelope, user: {...envelope.user, username: '"{user.email}'}})],
            gives: textField('{user.username} {user.email}', '"{user.email} kiri@school.example'),
        },
    ],
    branchOf: [
        {why: 'all that is told', given: ['{data}', fields], gives: [textField('state', 'completed'), wholeField('timecompleted', NOW - 60)]},
        {why: 'a session that there is not', given: ['{session}', alone], gives: []},
        {why: 'a value is no branch', given: ['{type}', fields], gives: []},
        {why: 'within a text nothing branches', given: ['It is {data}', fields], gives: []},
    ],
};
