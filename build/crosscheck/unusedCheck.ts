import type {Diagnostic, Place} from '../diagnostics/diagnostic.ts';
import {unusedCapability, unusedString, unusedTemplate} from '../diagnostics/crosscheck.ts';
import type {Model} from '../manifest/model.ts';
import type {Declared} from './declared.ts';
import {matches, textOf, type Pattern} from './pattern.ts';
import {lineOf} from './lineOf.ts';

/** A constant beginning that is shorter than this says nothing about which string is meant. */
const TELLING = 3;

/** Finds strings, capabilities and templates that nothing asks for. */
export function unusedCheck(model: Model, declared: Declared, sources: ReadonlyMap<string, string>, texts: readonly Pattern[]): readonly Diagnostic[] {
    const isUsed = usedNames(texts);
    const inFile = (path: string, name: string): Place => ({file: `${model.sources}/${path}`, line: lineOf(sources.get(path) ?? '', name)});
    const strings = [...declared.strings].filter(key => !isImplied(key, model) && !isUsed(key) && !isUsed(key.replace(/_(help|link)$/, '')));
    const capabilities = [...declared.capabilities].filter(name => !/:(my)?addinstance$/.test(name) && !isUsed(name));
    const templates = [...declared.templates].filter(name => !isUsed(name) && !isRenderable(name, declared, sources));
    return [
        ...strings.map(key => unusedString(inFile('lang/en.ts', key), key)),
        ...capabilities.map(name => unusedCapability(inFile('manifest.ts', name.slice(name.indexOf(':') + 1)), name)),
        ...templates.map(name => unusedTemplate({file: `${model.sources}/templates/${name.slice(declared.component.length + 1)}.mustache`, line: null}, name)),
    ];
}

function usedNames(texts: readonly Pattern[]): (name: string) => boolean {
    const exact = new Set(texts.flatMap(pattern => textOf(pattern) ?? []));
    const known = new Map(texts.filter(pattern => textOf(pattern) === null && (pattern[0] ?? '').length >= TELLING).map(pattern => [pattern.join('\0'), pattern]));
    const partly = [...known.values()];
    return name => exact.has(name) || partly.some(pattern => matches(pattern, name));
}

/** The strings that Moodle itself asks for. */
function isImplied(key: string, model: Model): boolean {
    return /^(pluginname|modulename)(_help|_link)?$/.test(key) || key.startsWith(`${model.name}:`) || /^(messageprovider:|cachedef_)/.test(key);
}

/** Moodle's renderer finds the template of a renderable by its class. */
function isRenderable(template: string, declared: Declared, sources: ReadonlyMap<string, string>): boolean {
    return sources.has(`php/classes/output/${template.slice(declared.component.length + 1)}.php`);
}
