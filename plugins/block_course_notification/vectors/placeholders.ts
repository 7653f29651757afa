import type {Vectors} from '../../../test/rules/vectors.ts';

const VALUES = [{name: 'FIRSTNAME', value: 'Sue'}, {name: 'COURSE', value: '{{FIRSTNAME}}'}, {name: 'COURSEID', value: '7'}];

export const vectors: Vectors<typeof import('../rules/placeholders.ts')> = {
    unknownPlaceholders: [
        {why: 'all are known', given: ['{{FIRSTNAME}} {{COURSE}} { {x} }'], gives: []},
        {why: 'each unknown one is named once', given: ['{{NAME}} {{firstname}} {{NAME}}'], gives: ['NAME', 'firstname']},
        {why: 'braces that never close are only text', given: ['a {{ b'], gives: []},
        {why: 'an address hides none', given: ['<a href="/x?%7B%7BNAME%7D%7D">'], gives: ['NAME']},
    ],
    readable: [
        {why: 'braces of an address are read again, in any case', given: ['a?b=%7B%7bCOURSE%7d%7D'], gives: 'a?b={{COURSE}}'},
        {why: 'a single brace stays as it was', given: ['%7bx%7D {{Y}}'], gives: '%7Bx%7D {{Y}}'},
    ],
    badAddresses: [
        {
            why: 'only an address opens an address',
            given: ['<a href="{{COURSESHORT}}">{{COURSE}}</a><a href="{{WWWROOT}}/{{COURSEID}}">x</a><img src="{{COURSESHORT}}">'],
            gives: ['COURSESHORT'],
        },
    ],
    leadsToCourse: [
        {why: 'a link with our placeholders', given: ['<a href="%7B%7BWWWROOT%7D%7D/course/view.php?id={{COURSEID}}">'], gives: true},
        {why: 'another page of Moodle', given: ['<a href="{{WWWROOT}}/mod/page/view.php?id=4">'], gives: false},
    ],
    placed: [
        {why: 'text without any tag', given: ['Hi {{FIRSTNAME}} > {{COURSE}}'], gives: 'Hi {{FIRSTNAME}} > {{COURSE}}'},
        {
            why: 'an address, from its start and further on, and the text after it',
            given: ['<a class="b" href="{{WWWROOT}}/x?c={{COURSESHORT}}">{{COURSE}}</a> {{DAYS}}'],
            gives: '<a class="b" href="{{WWWROOT:start}}/x?c={{COURSESHORT:part}}">{{COURSE}}</a> {{DAYS}}',
        },
        {why: 'two in a row open no address twice', given: ['<a href="{{COURSE}}{{DAYS}}">'], gives: '<a href="{{COURSE:start}}{{DAYS:part}}">'},
        {why: 'a title is text', given: ['<a title="{{COURSE}}" href="/{{DAYS}}">'], gives: '<a title="{{COURSE}}" href="/{{DAYS:part}}">'},
        {why: 'a style is no text', given: ['<p style="color: {{COURSE}}">'], gives: '<p style="color: {{COURSE:part}}">'},
        {why: 'outside of quotes nothing is trusted', given: ['<p {{COURSE}}>'], gives: '<p {{COURSE:part}}>'},
        {why: 'what is unknown stays', given: ['<a href="{{X}}{{ "> {{COURSE}}'], gives: '<a href="{{X}}{{ "> {{COURSE}}'},
    ],
    addressOf: [
        {why: 'an address of the web', given: ['https://example.com'], gives: 'https://example.com'},
        {why: 'a script leads nowhere', given: ['javascript:alert(1)'], gives: '#'},
        {why: 'nor does what only looks like one', given: [' https://example.com'], gives: '#'},
    ],
    fillIn: [
        {why: 'names become values', given: ['Hi {{FIRSTNAME}}!', VALUES], gives: 'Hi Sue!'},
        {why: 'a value is never filled in again', given: ['{{COURSE}}', VALUES], gives: '{{FIRSTNAME}}'},
        {why: 'a longer name is not mistaken for a shorter one', given: ['{{COURSEID}}', VALUES], gives: '7'},
        {why: 'one that says where it stands is another one', given: ['{{COURSE:part}}', VALUES], gives: '{{COURSE:part}}'},
        {why: 'what is unknown stays', given: ['{{X}} }} {{COURSEID}} }}', VALUES], gives: '{{X}} }} 7 }}'},
    ],
};
