import type {PluginShape} from '../manifest/shape.ts';
import {isObserving, observed} from './observed/part.ts';
import type {Part} from './part.ts';

/** The parts that a plugin is made with. */
export const partsOf = (spec: PluginShape): readonly Part[] => (isObserving(spec) ? [observed] : []);
