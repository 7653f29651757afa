import type {Emitter} from '../manifest/model.ts';
import type {CacheShape} from '../manifest/shape.ts';
import {phpScript} from '../php/header.ts';
import {code, phpLiteral, type PhpValue} from '../php/literal.ts';
import {manifestOf} from './namesOf.ts';

/** db/caches.php: what the plugin keeps in Moodle's universal cache. */
export const caches: Emitter = model => {
    const definitions = Object.entries(model.spec.caches ?? {});
    if (definitions.length === 0) {
        return new Map();
    }
    const header = {component: model.component, source: manifestOf(model), summary: 'Cache definitions.', guard: true};
    const entries = Object.fromEntries(definitions.map(([name, cache]) => [name, definition(cache)]));
    return new Map([['db/caches.php', phpScript(header, `$definitions = ${phpLiteral(entries)};`)]]);
};

function definition(cache: CacheShape): PhpValue {
    return {
        mode: code(`\\core_cache\\store::MODE_${cache.mode.toUpperCase()}`),
        simplekeys: cache.simplekeys,
        simpledata: cache.simpledata,
        ttl: cache.ttl,
        staticacceleration: cache.staticacceleration === undefined ? undefined : true,
        staticaccelerationsize: cache.staticacceleration,
    };
}
