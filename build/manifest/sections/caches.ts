import {bool, oneOf, record, whole} from '../description.ts';
import {section, snake} from './section.ts';

export const caches = section({
    what: 'cache',
    names: snake(80),
    string: 'cachedef_',
    entry: record({mode: oneOf('application', 'session', 'request')}, {simplekeys: bool, simpledata: bool, ttl: whole, staticacceleration: whole}),
});
