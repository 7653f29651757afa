import type {Vectors} from '../../../../test/rules/vectors.ts';

const answer = (status: number, isjson = true): {status: number; isjson: boolean; blocked: boolean} => ({status, isjson, blocked: false});

export const vectors: Vectors<typeof import('../rules/answers.ts')> = {
    reasonOf: [
        {why: 'taken', given: [answer(200)], gives: 'none'},
        {why: 'a page with status 200 comes of an API that is off', given: [answer(200, false)], gives: 'notjson'},
        {why: 'nobody answers', given: [answer(0, false)], gives: 'noanswer'},
        {why: 'a redirect would take the key elsewhere', given: [answer(302)], gives: 'redirected'},
        {why: 'a key that is worth nothing', given: [answer(401)], gives: 'key'},
        {why: 'a key that may not', given: [answer(403)], gives: 'forbidden'},
        {why: 'too many at once', given: [answer(429)], gives: 'busy'},
        {why: 'too slow', given: [answer(408)], gives: 'busy'},
        {why: 'a message that is not wanted', given: [answer(400)], gives: 'refused'},
        {why: 'an unknown endpoint', given: [answer(501, false)], gives: 'failing'},
        {why: 'this site forbids the address', given: [{status: 0, isjson: false, blocked: true}], gives: 'blocked'},
    ],
    verdictOn: [
        {why: 'it has arrived', given: ['none'], gives: 'sent'},
        {why: 'no other message would be let in', given: ['key'], gives: 'stop'},
        {why: 'nor where this site forbids it', given: ['blocked'], gives: 'stop'},
        {why: 'the others may well be wanted', given: ['refused'], gives: 'refused'},
        {why: 'it may work later', given: ['notjson'], gives: 'wait'},
    ],
};
