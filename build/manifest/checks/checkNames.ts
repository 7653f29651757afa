import {badName, nameTooLong, takenName} from '../../diagnostics/manifest.ts';
import type {Model} from '../model.ts';
import {SECTION_LIST} from '../sections/index.ts';
import type {Section} from '../sections/section.ts';
import type {Finding} from './finding.ts';

/** Words that PHP gives to no class. */
const PHP_WORDS = new Set(('abstract and array as break callable case catch class clone const continue declare default do echo else elseif empty enddeclare '
    + 'endfor endforeach endif endswitch endwhile eval exit extends final finally fn for foreach function global goto if implements include instanceof '
    + 'insteadof interface isset list match namespace new or print private protected public readonly require return static switch throw trait try unset '
    + 'use var while xor yield self parent int float bool string true false null void iterable object mixed never').split(' '));

/** Names that Moodle, its database or PHP could not take. */
export function checkNames({spec}: Model): readonly Finding[] {
    return [
        ...SECTION_LIST.flatMap(([section, rules]) => Object.keys(spec[section] ?? {}).flatMap(name => nameFindings([section, name], rules, name))),
        ...Object.keys(spec.adhoc ?? {}).filter(name => Object.hasOwn(spec.tasks ?? {}, name)).map((name): Finding =>
            ({path: ['adhoc', name], say: place => takenName(place, 'ad hoc task', name, 'a scheduled task has that name')})),
    ];
}

function nameFindings(path: readonly string[], {what, names, taken = {}, classes}: Section, name: string): readonly Finding[] {
    const say: readonly (false | null | undefined | Finding['say'])[] = [
        names !== null && !names.pattern.test(name) && (place => badName(place, what, name, names.says)),
        names !== null && name.length > names.most && (place => nameTooLong(place, what, name, names.most)),
        classes && PHP_WORDS.has(name) && (place => takenName(place, 'class', name, 'PHP takes the word for itself')),
        Object.hasOwn(taken, name) && (place => takenName(place, what, name, taken[name] ?? '')),
    ];
    return say.flatMap(one => (one ? [{path, say: one}] : []));
}
