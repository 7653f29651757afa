import type {PluginShape} from '../manifest/shape.ts';
import {isObserving, observed} from './observed/part.ts';
import type {Part} from './part.ts';

/** The parts that a plugin is made with: those that it asks for, and those that come with what it says. */
export const partsOf = (spec: PluginShape): readonly Part[] => [...Object.values(spec.parts ?? {}), ...(isObserving(spec) ? [observed] : [])];
