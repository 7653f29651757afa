import {undeclared} from '../../diagnostics/manifest.ts';
import type {Model} from '../model.ts';
import {NAMES} from '../names.ts';
import {nearest} from '../nearest.ts';
import {SECTION_LIST} from '../sections/index.ts';
import type {Finding} from './finding.ts';

/** Names that are used must be declared. The type checker says so too, to those who run it. */
export function checkReferences({spec, component}: Model): readonly Finding[] {
    return SECTION_LIST.flatMap(([section, {entry: description}]) => Object.entries(spec[section] ?? {}).flatMap(([one, entry]) =>
        description.uses(entry, [section, one]).flatMap(({path, name, of}): readonly Finding[] => {
            const {what, among, own = (used: string): string => used} = NAMES[of];
            const asked = own(name, component);
            const known = among(spec, entry as object);
            return asked === null || known.includes(asked) ? []
                : [{path, say: place => undeclared(place, path.join('.'), asked, what, known, nearest(asked, known))}];
        })));
}
