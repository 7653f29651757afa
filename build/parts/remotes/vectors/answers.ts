import type {Vectors} from '../../../../test/rules/vectors.ts';

const OWN = ['course_gone', 'not_yours'];

export const vectors: Vectors<typeof import('../rules/answers.ts')> = {
    reasonOfLine: [
        {why: 'an answer came', given: [{error: 0, status: 200, blocked: false}], gives: null},
        {why: 'nobody listens there', given: [{error: 7, status: 0, blocked: false}], gives: 'unreachable'},
        {why: 'the server hangs', given: [{error: 28, status: 0, blocked: false}], gives: 'timeout'},
        {why: 'a certificate of somebody else', given: [{error: 60, status: 0, blocked: false}], gives: 'tls'},
        {why: 'cut in the middle of the body', given: [{error: 18, status: 200, blocked: false}], gives: 'transfer_cut'},
        {why: 'our own security says no', given: [{error: 0, status: 0, blocked: true}], gives: 'curl_blocked'},
        {why: 'an error nobody has met', given: [{error: 99, status: 200, blocked: false}], gives: 'http_error'},
    ],
    reasonOfStatus: [
        {why: 'all is well', given: [206], gives: null},
        {why: 'Moodle says so itself', given: [503], gives: 'maintenance'},
        {why: 'a proxy gave up', given: [504], gives: 'timeout'},
        {why: 'REST is switched off', given: [403], gives: 'service_off'},
        {why: 'a redirect is not followed, since the token would go with it', given: [301], gives: 'http_error'},
        {why: 'something broke', given: [500], gives: 'http_error'},
    ],
    reasonOfError: [
        {why: 'our own side names the reason', given: ['reason:course_gone', OWN], gives: 'course_gone'},
        {why: 'but only reasons that we know', given: ['reason:because', OWN], gives: 'server_error'},
        {why: 'the token was deleted', given: ['invalidtoken', OWN], gives: 'token'},
        {why: 'the account is not authorised', given: ['accessexception', OWN], gives: 'service_off'},
        {why: 'policies wait', given: ['sitepolicynotagreed', OWN], gives: 'policies'},
        {why: 'the site is closed', given: ['sitemaintenance', OWN], gives: 'maintenance'},
        {why: 'an older plugin there', given: ['invalidrecord', OWN], gives: 'function_missing'},
        {why: 'what nobody knows', given: ['dmlreadexception', OWN], gives: 'server_error'},
    ],
};
