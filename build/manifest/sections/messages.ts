import {nameOf, oneOf, record} from '../description.ts';
import {section} from './section.ts';

const output = oneOf('on', 'off', 'forbidden');

export const messages = section({
    what: 'message',
    names: {pattern: /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, says: 'lower-case letters, digits and single _, a letter first', most: 80},
    string: 'messageprovider:',
    entry: record({web: output, email: output}, {app: output, needs: nameOf('anycapability')}),
});
