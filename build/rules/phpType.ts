import {membersOf, type RuleType} from './ruleType.ts';

/** The type in a PHP signature: `?int`, `array`, `int|string|null`. */
export function nativeType(type: RuleType): string {
    const names = [...new Set(membersOf(type).map(nativeName))];
    const others = names.filter(name => name !== 'null');
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

/** The type in a PHPDoc tag: `array{courseid: int, signals: string[]}|null`. */
export function documentedType(type: RuleType): string {
    return [...new Set(membersOf(type).map(documentedName))].join('|');
}

function documentedName(type: RuleType): string {
    switch (type.kind) {
        case 'list':
            return membersOf(type.of).length > 1 && documentedType(type.of).includes('|')
                ? `array<int, ${documentedType(type.of)}>`
                : `${documentedType(type.of)}[]`;
        case 'tuple':
            return type.items.length === 0 ? 'array' : `array{${type.items.map(documentedType).join(', ')}}`;
        case 'record':
            return `array{${type.fields.map(field => `${field.name}: ${documentedType(field.type)}`).join(', ')}}`;
        default:
            return nativeName(type);
    }
}
