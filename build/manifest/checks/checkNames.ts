import {badName, nameTooLong, takenName} from '../../diagnostics/manifest.ts';
import type {Model} from '../model.ts';
import type {Finding} from './finding.ts';

type Rule = {readonly section: string; readonly what: string; readonly pattern: RegExp; readonly says: string; readonly most: number};

const SNAKE = {pattern: /^[a-z][a-z0-9_]*$/, says: 'lower-case letters, digits and _, a letter first'};

/** Lengths are those of the columns in which Moodle keeps the names, less the plugin's own name where that comes before. */
const RULES: readonly Rule[] = [
    {section: 'capabilities', what: 'capability', ...SNAKE, most: 100},
    {section: 'services', what: 'external function', ...SNAKE, most: 100},
    {section: 'webservices', what: 'web service', pattern: /^[a-zA-Z][a-zA-Z0-9_.-]*$/, says: 'letters, digits and _ . -, a letter first', most: 255},
    {section: 'tasks', what: 'task', ...SNAKE, most: 100},
    {section: 'adhoc', what: 'task', ...SNAKE, most: 100},
    {section: 'events', what: 'event', ...SNAKE, most: 100},
    {section: 'messages', what: 'message', pattern: /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/, says: 'lower-case letters, digits and single _, a letter first', most: 80},
    {section: 'caches', what: 'cache', ...SNAKE, most: 80},
    {section: 'settings', what: 'setting', ...SNAKE, most: 90},
    {section: 'adminpages', what: 'page', ...SNAKE, most: 80},
    {section: 'checks', what: 'check', ...SNAKE, most: 80},
    {section: 'reports', what: 'report', ...SNAKE, most: 80},
];

/** Words that PHP gives to no class. */
const PHP_WORDS = new Set(('abstract and array as break callable case catch class clone const continue declare default do echo else elseif empty enddeclare '
    + 'endfor endforeach endif endswitch endwhile eval exit extends final finally fn for foreach function global goto if implements include instanceof '
    + 'insteadof interface isset list match namespace new or print private protected public readonly require return static switch throw trait try unset '
    + 'use var while xor yield self parent int float bool string true false null void iterable object mixed never').split(' '));
const CLASSES = ['services', 'tasks', 'adhoc', 'events', 'checks', 'reports'];

/** `version` is where Moodle keeps the plugin's version; the others are methods of the generated config class. */
const TAKEN_SETTINGS: Readonly<Record<string, string>> = {
    version: "Moodle keeps the plugin's version under that name",
    class: 'PHP takes the word for itself',
    read: 'the typed config has a method of that name',
    several: 'the typed config has a method of that name',
    secret: 'the typed config has a method of that name',
};

/** Names that Moodle, its database or PHP could not take. */
export function checkNames({spec}: Model): readonly Finding[] {
    return [
        ...RULES.flatMap(rule => namesOf(spec, rule.section).flatMap(name => ruleFindings(rule, name))),
        ...CLASSES.flatMap(section => namesOf(spec, section).filter(name => PHP_WORDS.has(name)).map((name): Finding =>
            ({path: [section, name], say: place => takenName(place, 'class', name, 'PHP takes the word for itself')}))),
        ...namesOf(spec, 'adhoc').filter(name => Object.hasOwn(spec.tasks ?? {}, name)).map((name): Finding =>
            ({path: ['adhoc', name], say: place => takenName(place, 'ad hoc task', name, 'a scheduled task has that name')})),
        ...namesOf(spec, 'settings').filter(name => Object.hasOwn(TAKEN_SETTINGS, name)).map((name): Finding =>
            ({path: ['settings', name], say: place => takenName(place, 'setting', name, TAKEN_SETTINGS[name] ?? '')})),
    ];
}

function namesOf(spec: object, section: string): readonly string[] {
    return Object.keys((spec as Readonly<Record<string, object | undefined>>)[section] ?? {});
}

function ruleFindings({section, what, pattern, says, most}: Rule, name: string): readonly Finding[] {
    const path = [section, name];
    return [
        ...(pattern.test(name) ? [] : [{path, say: place => badName(place, what, name, says)} satisfies Finding]),
        ...(name.length <= most ? [] : [{path, say: place => nameTooLong(place, what, name, most)} satisfies Finding]),
    ];
}
