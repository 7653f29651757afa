import {badPattern, defaultNotAllowed} from '../../diagnostics/manifest.ts';
import type {Kind} from '../kinds.ts';
import type {Model} from '../model.ts';
import type {Finding} from './finding.ts';

/** A default is a value like any other: it keeps to its own bounds, choices and pattern. */
export function checkDefaults({spec}: Model): readonly Finding[] {
    const settings = Object.entries(spec.settings ?? {}).map(([name, kind]) => [['settings', name], kind] as const);
    const columns = Object.entries(spec.tables ?? {}).flatMap(([table, {fields}]) =>
        Object.entries(fields).map(([name, kind]) => [['tables', table, 'fields', name], kind] as const));
    return [...settings, ...columns].flatMap(([path, kind]) => defaultFindings(path, kind));
}

function defaultFindings(path: readonly string[], kind: Kind): readonly Finding[] {
    const refuse = (value: unknown, allowed: string): readonly Finding[] =>
        [{path: [...path, 'default'], say: place => defaultNotAllowed(place, path.join('.'), JSON.stringify(value), allowed)}];
    switch (kind.kind) {
        case 'nullable':
            return defaultFindings(path, kind.of);
        case 'int': case 'duration': {
            const {default: value, min = -Infinity, max = Infinity} = kind;
            return value === undefined || (value >= min && value <= max) ? [] : refuse(value, `within ${min} and ${max}`);
        }
        case 'choice':
            return kind.default === undefined || kind.values.includes(kind.default) ? [] : refuse(kind.default, `one of ${kind.values.join(', ')}`);
        case 'choices': {
            const odd = kind.default?.find(value => !kind.values.includes(value));
            return odd === undefined ? [] : refuse(odd, `one of ${kind.values.join(', ')}`);
        }
        case 'text':
            return kind.pattern === undefined ? [] : patternFindings(path, kind.pattern, kind.default ?? '', refuse);
        default:
            return [];
    }
}

function patternFindings(
    path: readonly string[], pattern: string, value: string, refuse: (value: unknown, allowed: string) => readonly Finding[],
): readonly Finding[] {
    try {
        return new RegExp(pattern).test(value) ? [] : refuse(value, `what ${pattern} matches`);
    } catch (error) {
        return [{path: [...path, 'pattern'], say: place => badPattern(place, path.join('.'), error instanceof Error ? error.message : String(error))}];
    }
}
