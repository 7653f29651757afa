import type {Vectors} from '../../../test/rules/vectors.ts';
import type {Rights} from '../rules/choices.ts';

const nothing: Rights = {creates: false, original: false, restores: false, empties: false, users: false};
const teacher: Rights = {...nothing, creates: true, restores: true};
const manager: Rights = {creates: true, original: true, restores: true, empties: true, users: true};

export const vectors: Vectors<typeof import('../rules/choices.ts')> = {
    targetsOf: [
        {why: 'who may do everything is offered everything', given: [manager], gives: ['original', 'new', 'into', 'replace']},
        {why: 'nothing is deleted without that right', given: [teacher], gives: ['new', 'into']},
        {why: 'who may nothing is offered nothing', given: [nothing], gives: []},
    ],
    firstTarget: [
        {why: 'the site prefers the course\'s own category', given: [manager, true], gives: 'original'},
        {why: 'the site prefers the default category', given: [manager, false], gives: 'new'},
        {why: 'only its own category is open', given: [{...manager, creates: false}, false], gives: 'original'},
        {why: 'who may create no course adds it to one', given: [{...teacher, creates: false}, true], gives: 'into'},
        {why: 'nothing is open', given: [nothing, true], gives: null},
    ],
    choiceRefusal: [
        {why: 'as the page offers it', given: [{target: 'new', withusers: false, enrolment: 2}, teacher], gives: null},
        {why: 'a forged category', given: [{target: 'new', withusers: false, enrolment: 2}, nothing], gives: 'category'},
        {why: 'user data without the right', given: [{target: 'new', withusers: true, enrolment: 2}, teacher], gives: 'users'},
        {why: 'enrolment methods without the right', given: [{target: 'new', withusers: false, enrolment: 0}, teacher], gives: 'enrolment'},
        {why: 'a method that there is not', given: [{target: 'new', withusers: false, enrolment: 7}, manager], gives: 'enrolment'},
        {why: 'both with the right', given: [{target: 'replace', withusers: true, enrolment: 1}, manager], gives: null},
    ],
    queueRefusal: [
        {why: 'each course once', given: [{taken: true, once: true, running: 0, limit: 50}], gives: 'taken'},
        {why: 'each course as often as people like', given: [{taken: true, once: false, running: 0, limit: 50}], gives: null},
        {why: 'the queue of that person is full', given: [{taken: false, once: true, running: 50, limit: 50}], gives: 'limit'},
        {why: 'the last one that fits', given: [{taken: false, once: true, running: 49, limit: 50}], gives: null},
    ],
    mayEnrol: [
        {why: 'a colleague restored it', given: [true, true, false], gives: true},
        {why: 'who is in it already', given: [true, true, true], gives: false},
        {why: 'it is still on its way', given: [true, false, false], gives: false},
        {why: 'the site does not offer it', given: [false, true, false], gives: false},
    ],
    lookAgainAfter: [
        {why: 'something moved', given: [30, true], gives: 2},
        {why: 'nothing did', given: [4, false], gives: 6},
        {why: 'twice a minute at least', given: [400, false], gives: 30},
        {why: 'never without a pause', given: [0, false], gives: 2},
    ],
    targetRefusal: [
        {why: 'its category is not known here', given: ['original', teacher], gives: 'original'},
        {why: 'a course of somebody else', given: ['into', nothing], gives: 'course'},
        {why: 'contents that this person may not delete', given: ['replace', teacher], gives: 'empty'},
        {why: 'a course of somebody else is not emptied', given: ['replace', {...nothing, empties: true}], gives: 'course'},
        {why: 'may create it', given: ['new', teacher], gives: null},
    ],
    emptyRefusal: [
        {why: 'a course of somebody else', given: [nothing], gives: 'course'},
        {why: 'one may restore into it, and not delete what is there', given: [teacher], gives: 'empty'},
        {why: 'both', given: [manager], gives: null},
    ],
};
