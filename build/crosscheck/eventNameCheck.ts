import {eventName} from '../diagnostics/crosscheck.ts';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import type {Model} from '../manifest/model.ts';
import {lineOf} from './lineOf.ts';

/** Moodle reads object and action out of an event's name, and refuses at run time a name that has but one word. */
export function eventNameCheck(model: Model, sources: ReadonlyMap<string, string>): readonly Diagnostic[] {
    return Object.keys(model.spec.events ?? {}).filter(name => !/^[a-z0-9]+(_[a-z0-9]+)+$/.test(name))
        .map(name => eventName({file: `${model.sources}/manifest.ts`, line: lineOf(sources.get('manifest.ts') ?? '', name)}, name));
}
