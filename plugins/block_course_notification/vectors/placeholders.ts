import type {Vectors} from '../../../test/rules/vectors.ts';

const VALUES = [{name: 'FIRSTNAME', value: 'Sue'}, {name: 'COURSE', value: '{{FIRSTNAME}}'}, {name: 'COURSEID', value: '7'}];

export const vectors: Vectors<typeof import('../rules/placeholders.ts')> = {
    unknownPlaceholders: [
        {why: 'all are known', given: ['{{FIRSTNAME}} {{COURSE}} { {x} }'], gives: []},
        {why: 'each unknown one is named once', given: ['{{NAME}} {{firstname}} {{NAME}}'], gives: ['NAME', 'firstname']},
        {why: 'braces that never close are only text', given: ['a {{ b'], gives: []},
    ],
    fillIn: [
        {why: 'names become values', given: ['Hi {{FIRSTNAME}}!', VALUES], gives: 'Hi Sue!'},
        {why: 'a value is never filled in again', given: ['{{COURSE}}', VALUES], gives: '{{FIRSTNAME}}'},
        {why: 'a longer name is not mistaken for a shorter one', given: ['{{COURSEID}}', VALUES], gives: '7'},
        {why: 'what is unknown stays', given: ['{{X}} }} {{COURSEID}} }}', VALUES], gives: '{{X}} }} 7 }}'},
    ],
};
