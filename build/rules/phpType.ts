import {bracketed, group, join, print, type Layout} from './layout.ts';
import {membersOf, type RuleType} from './ruleType.ts';

/** The type in a PHP signature: `?int`, `array`, `int|string|null`; `null` alone, which PHP 8.1 does not have, is `mixed`. */
export function nativeType(type: RuleType): string {
    const names = [...new Set(membersOf(type).map(nativeName))];
    const others = names.filter(name => name !== 'null');
    if (others.length === 0) {
        return 'mixed';
    }
    if (others.length === names.length) {
        return names.join('|');
    }
    return others.length === 1 ? `?${others[0]}` : [...others, 'null'].join('|');
}

function nativeName(type: RuleType): string {
    switch (type.kind) {
        case 'literal':
            return {string: 'string', number: 'int', boolean: 'bool'}[typeof type.value as 'string' | 'number' | 'boolean'];
        case 'list':
        case 'tuple':
        case 'record':
            return 'array';
        case 'union':
            throw new Error('A union is never inside a union.');
        default:
            return type.kind;
    }
}

/** The type in a PHPDoc tag: `array{courseid: int, signals: string[]}|null`; a long record has one field a line. */
export function documentedType(type: RuleType, width = Number.POSITIVE_INFINITY): string {
    return print(group(shown(type)), 0, width);
}

function shown(type: RuleType): Layout {
    const members = new Map(membersOf(type).map(member => [print(group(named(member)), 0, Number.POSITIVE_INFINITY), named(member)]));
    return join([...members.values()], '|');
}

function named(type: RuleType): Layout {
    switch (type.kind) {
        case 'list':
            return listOf(type.of);
        case 'tuple':
            return tuple(type.items);
        case 'record':
            return bracketed('array{', type.fields.map(field => [`${field.name}: `, shown(field.type)]), '}', ',');
        default:
            return nativeName(type);
    }
}

function listOf(item: RuleType): Layout {
    return documentedType(item).replaceAll(/\{.*\}/g, '').includes('|') ? ['array<int, ', shown(item), '>'] : [shown(item), '[]'];
}

/** Many items of the same type are read as a list, two or more different ones as a pair. */
function tuple(items: readonly RuleType[]): Layout {
    const [first] = items;
    if (first === undefined) {
        return 'array';
    }
    const alike = new Set(items.map(item => documentedType(item))).size === 1;
    return alike && items.length !== 2 ? listOf(first) : bracketed('array{', items.map(shown), '}');
}
