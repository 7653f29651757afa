import {declaredByPart} from '../diagnostics/manifest.ts';
import type {Finding} from '../manifest/checks/finding.ts';
import {SECTION_LIST} from '../manifest/sections/index.ts';
import type {PluginShape} from '../manifest/shape.ts';
import type {Part} from './part.ts';
import type {PartSources} from './partSources.ts';

type Merged = {readonly spec: PluginShape; readonly findings: readonly Finding[]};

/** A manifest with what its parts say. A name that both have is an error that names both; a string the plugin may word differently. */
export function withParts(spec: PluginShape, parts: readonly Part[], sources: ReadonlyMap<string, PartSources>): Merged {
    return parts.reduce<Merged>((merged, part) => mergeOne(merged, part, sources.get(part.name)), {spec, findings: []});
}

function mergeOne({spec, findings}: Merged, {name: part, piece}: Part, sources: PartSources | undefined): Merged {
    const twice = SECTION_LIST.flatMap(([section]) => Object.keys(piece[section] ?? {}).filter(name => Object.hasOwn(spec[section] ?? {}, name))
        .map((name): Finding => ({path: [section, name], say: place => declaredByPart(place, `${section}.${name}`, part)})));
    const sections = Object.fromEntries(SECTION_LIST.filter(([section]) => piece[section] !== undefined)
        .map(([section]) => [section, {...piece[section], ...spec[section]}]));
    const lang = {en: {...named(sources?.lang.en, spec), ...spec.lang.en}, fr: {...named(sources?.lang.fr, spec), ...spec.lang.fr}};
    return {spec: {...spec, ...sections, lang}, findings: [...findings, ...twice]};
}

type Strings = Readonly<Record<string, string>>;

/** Strings of a part under the plugin's name, where Moodle wants that in them: `{plugin}:view` names a capability. */
function named(strings: Strings | undefined, {component}: PluginShape): Strings {
    const name = component.slice(component.indexOf('_') + 1);
    return Object.fromEntries(Object.entries(strings ?? {}).map(([key, text]) => [key.replace('{plugin}', name), text]));
}
