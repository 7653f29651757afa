import type {Vectors} from '../../../../test/rules/vectors.ts';

const NOW = 1793000000;
const fresh = {tries: 0, refusals: 0};
const well = {failures: 0, pauses: 0, until: 0, stopped: false};

export const vectors: Vectors<typeof import('../rules/retries.ts')> = {
    pauseAfter: [
        {why: 'a minute first', given: [0, 500], gives: 60},
        {why: 'twice as long each time', given: [3, 500], gives: 480},
        {why: 'up to six hours', given: [20, 500], gives: 21600},
        {why: 'not all at the same moment', given: [3, 0], gives: 360},
        {why: 'later ones too', given: [3, 1000], gives: 600},
        {why: 'and never longer', given: [20, 1000], gives: 21600},
    ],
    nextOf: [
        {why: 'it has arrived', given: ['sent', {tries: 2, refusals: 1}, NOW, 0, 500], gives: {tries: 2, refusals: 1, state: 'sent', timenext: 0}},
        {why: 'a stopped line burns no trial', given: ['stop', fresh, NOW, 0, 500], gives: {tries: 0, refusals: 0, state: 'waiting', timenext: NOW}},
        {why: 'later', given: ['wait', {tries: 1, refusals: 0}, NOW, 0, 500], gives: {tries: 2, refusals: 0, state: 'waiting', timenext: NOW + 120}},
        {why: 'as late as is asked', given: ['wait', fresh, NOW, 3600, 500], gives: {tries: 1, refusals: 0, state: 'waiting', timenext: NOW + 3600}},
        {why: 'but no day', given: ['wait', fresh, NOW, 86400, 500], gives: {tries: 1, refusals: 0, state: 'waiting', timenext: NOW + 21600}},
        {why: 'refused once', given: ['refused', fresh, NOW, 0, 500], gives: {tries: 0, refusals: 1, state: 'waiting', timenext: NOW + 60}},
        {why: 'refused three times is given up', given: ['refused', {tries: 7, refusals: 2}, NOW, 0, 500], gives: {tries: 7, refusals: 3, state: 'dead', timenext: NOW + 240}},
    ],
    lineAfter: [
        {why: 'nobody is let in', given: ['stop', well, NOW, 0, 500], gives: {...well, stopped: true}},
        {why: 'a single failure', given: ['wait', well, NOW, 0, 500], gives: {...well, failures: 1}},
        {why: 'the fifth in a row', given: ['wait', {...well, failures: 4}, NOW, 0, 500], gives: {...well, pauses: 1, until: NOW + 60}},
        {why: 'those under way say no more', given: ['wait', {...well, pauses: 1, until: NOW + 60}, NOW, 0, 500], gives: {failures: 1, pauses: 1, until: NOW + 60, stopped: false}},
        {why: 'a trial in vain', given: ['wait', {...well, pauses: 1, until: NOW}, NOW, 0, 500], gives: {...well, pauses: 2, until: NOW + 120}},
        {why: 'the other side asks for time', given: ['wait', well, NOW, 30, 500], gives: {...well, failures: 1, until: NOW + 30}},
        {why: 'it is well again', given: ['sent', {failures: 3, pauses: 4, until: NOW, stopped: false}, NOW, 0, 500], gives: well},
        {why: 'a refusal is an answer', given: ['refused', {failures: 3, pauses: 1, until: NOW, stopped: false}, NOW, 0, 500], gives: well},
    ],
    isOnTrial: [
        {why: 'a line that is well', given: [well], gives: false},
        {why: 'a line that rested', given: [{...well, pauses: 1}], gives: true},
    ],
};
