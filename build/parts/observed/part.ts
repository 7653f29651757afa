import {text} from '../../manifest/kinds.ts';
import type {PluginShape} from '../../manifest/shape.ts';
import type {Part} from '../part.ts';

/** A failed observer breaks no page, and must be seen all the same: in Moodle's log, and counted in a status check. */
export const observed: Part = {
    name: 'observed',
    piece: {
        checks: {observers: {group: 'status', run: 'observer_failures::result'}},
        events: {
            observer_failed: {
                crud: 'r',
                level: 'other',
                at: 'system',
                other: {observed: text(255), problem: text(255)},
                says: "The plugin could not deal with '{other.observed}': {other.problem}",
            },
        },
    },
};

export const isObserving = (spec: PluginShape): boolean => Object.keys(spec.observers ?? {}).length > 0;
