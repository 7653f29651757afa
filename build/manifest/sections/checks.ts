import {method, oneOf, record} from '../description.ts';
import {section, snake} from './section.ts';

export const checks = section({
    what: 'check',
    names: snake(80),
    classes: true,
    string: 'check:',
    entry: record({group: oneOf('status', 'security', 'performance'), run: method}, {
        /** A check for each of several things: a method that gives their names by key; `run` gets the key. */
        rows: method,
    }),
});
