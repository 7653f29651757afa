import type {Vectors} from '../../../../test/rules/vectors.ts';

const options = [
    {name: 'course', letter: 'c', takes: true},
    {name: 'force', letter: '', takes: false},
    {name: 'verbose', letter: 'v', takes: false},
];
const fire = {name: 'course', value: 'FIRE'};

export const vectors: Vectors<typeof import('../rules/commandWords.ts')> = {
    spokenIn: [
        {why: 'nothing', given: [[], options], gives: {given: [], wrong: []}},
        {why: 'a long option with its value', given: [['--course=FIRE'], options], gives: {given: [fire], wrong: []}},
        {why: 'a long option before its value', given: [['--course', 'FIRE'], options], gives: {given: [fire], wrong: []}},
        {why: 'a letter with its value', given: [['-c=FIRE'], options], gives: {given: [fire], wrong: []}},
        {why: 'a letter before its value', given: [['-c', 'FIRE', '-v'], options], gives: {given: [fire, {name: 'verbose', value: ''}], wrong: []}},
        {why: 'a value with the sign in it', given: [['--course=A=B'], options], gives: {given: [{name: 'course', value: 'A=B'}], wrong: []}},
        {why: 'a value that is missing', given: [['-c', '--force'], options], gives: {given: [{name: 'force', value: ''}], wrong: ['--course']}},
        {why: 'a value of an option that has none', given: [['--force=1'], options], gives: {given: [], wrong: ['--force=1']}},
        {why: 'an option that is written wrong', given: [['--cuorse=FIRE'], options], gives: {given: [], wrong: ['--cuorse=FIRE']}},
        {why: 'a word too many', given: [['-v', 'FIRE'], options], gives: {given: [{name: 'verbose', value: ''}], wrong: ['FIRE']}},
    ],
};
