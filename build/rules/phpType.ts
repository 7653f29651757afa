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

/** The type in a PHPDoc tag, in the words that Moodle's own tools read: `int`, `string[]|null`, `array[]`. */
export function documentedType(type: RuleType): string {
    return [...new Set(membersOf(type).map(documentedName))].join('|');
}

function documentedName(type: RuleType): string {
    const of = itemsOf(type);
    if (of === null) {
        return nativeName(type);
    }
    const item = documentedType(of);
    return item.includes('|') ? 'array' : `${item}[]`;
}

/** The type of all items; a tuple of many alike ones is read as a list, one of two as a pair. */
function itemsOf(type: RuleType): RuleType | null {
    if (type.kind === 'list') {
        return type.of;
    }
    const [first, ...rest] = type.kind === 'tuple' ? type.items : [];
    return first !== undefined && rest.length !== 1 && rest.every(item => withNull(item) === withNull(first)) ? first : null;
}

/** What an array holds, where its type does not say it: `Due[]`, `(from: int, until: int)`; '' for other types. */
export function shapeNote(type: RuleType): string {
    const note = shape(type);
    return note === shape(type, documentedName) ? '' : note;
}

/** The records with a name that a type speaks of, each as the line that says what is in it. */
export function namedShapes(type: RuleType): ReadonlyMap<string, string> {
    switch (type.kind) {
        case 'union':
            return merged(type.of.map(namedShapes));
        case 'list':
            return namedShapes(type.of);
        case 'tuple':
            return merged(type.items.map(namedShapes));
        case 'record':
            return merged([
                new Map(type.name === null ? [] : [[type.name, fields(type)]]),
                ...type.fields.map(field => namedShapes(field.type)),
            ]);
        default:
            return new Map();
    }
}

const merged = (maps: readonly ReadonlyMap<string, string>[]): ReadonlyMap<string, string> => new Map(maps.flatMap(map => [...map]));

/** As people write a type; null is said by the tag already. */
function shape(type: RuleType, one: (type: RuleType) => string = shapeName): string {
    const members = membersOf(type).filter(member => member.kind !== 'null' || type.kind === 'null');
    return [...new Set(members.map(one))].join('|');
}

function shapeName(type: RuleType): string {
    const of = itemsOf(type);
    if (of !== null) {
        return `${bracketed(withNull(of))}[]`;
    }
    switch (type.kind) {
        case 'tuple':
            return type.items.length === 0 ? 'array' : `(${type.items.map(withNull).join(', ')})`;
        case 'record':
            return type.name ?? `(${fields(type)})`;
        default:
            return nativeName(type);
    }
}

/** What stands in a list beside something else needs brackets: `(int|string)[]`. */
const bracketed = (item: string): string => /^[^(].*\|/.test(item) ? `(${item})` : item;

const fields = (type: RuleType & {kind: 'record'}): string => type.fields.map(field => `${field.name}: ${withNull(field.type)}`).join(', ');

const withNull = (type: RuleType): string => `${shape(type)}${type.kind === 'union' && type.of.some(({kind}) => kind === 'null') ? '|null' : ''}`;
