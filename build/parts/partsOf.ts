import type {PluginShape} from '../manifest/shape.ts';
import {isObserving, observed} from './observed/part.ts';
import type {Part} from './part.ts';

/** The parts that a plugin is made with, each once: those that it asks for, those that these need, and those that come with what it says. */
export function partsOf(spec: PluginShape): readonly Part[] {
    const asked = Object.values(spec.parts ?? {});
    const all = [...asked, ...asked.flatMap(part => part.with ?? []), ...(isObserving(spec) ? [observed] : [])];
    return all.filter(({name}, index) => all.findIndex(other => other.name === name) === index);
}
