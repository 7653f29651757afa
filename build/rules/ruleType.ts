import ts from '../typescript.js';
import {declaredRange} from './ranges/declared.ts';
import {GIVEN, type Range} from './ranges/bounds.ts';
import {isWhole} from './wellFormed.ts';

/** The type of a value that a rule reads or gives, as data: what the documentation and the tests are made from. */
export type RuleType =
    | {readonly kind: 'int'; readonly range: Range}
    | {readonly kind: 'string'}
    | {readonly kind: 'bool'}
    | {readonly kind: 'null'}
    | {readonly kind: 'literal'; readonly value: string | number | boolean}
    | {readonly kind: 'list'; readonly of: RuleType}
    | {readonly kind: 'tuple'; readonly items: readonly RuleType[]}
    | {readonly kind: 'record'; readonly name: string | null; readonly fields: readonly RuleField[]}
    | {readonly kind: 'union'; readonly of: readonly RuleType[]};

export type RuleField = {readonly name: string; readonly type: RuleType};

export type RuleParameter = {readonly name: string; readonly phpName: string; readonly type: RuleType};

export type RuleFunction = {
    readonly name: string;
    readonly phpName: string;
    readonly parameters: readonly RuleParameter[];
    readonly returns: RuleType;
};

/** One rules/*.ts: where it is, what it becomes, and what it offers. */
export type RuleModule = {
    /** `endSignals` for rules/endSignals.ts. */
    readonly name: string;
    /** Absolute path. */
    readonly source: string;
    /** `end_signals`. */
    readonly phpName: string;
    /** `block_x\local\rules\end_signals`. */
    readonly phpClass: string;
    readonly functions: readonly RuleFunction[];
};

/** Why a type cannot be had in a rule; `what` is the key of a message. */
export class UnfitType extends Error {
    readonly reason: UnfitReason;
    readonly detail: string;

    constructor(reason: UnfitReason, detail: string) {
        super(`${reason}: ${detail}`);
        this.reason = reason;
        this.detail = detail;
    }
}

export type UnfitReason = 'any' | 'undefined' | 'optional' | 'key' | 'index' | 'function' | 'recursive' | 'generic' | 'other' | 'float' | 'nothing' | 'half-letter';

const FIELD_NAME = /^[a-z][a-z0-9_]*$/;

/** Reads types with the checker; throws UnfitType where a rule may not have one. */
export function readType(checker: ts.TypeChecker, type: ts.Type, within: readonly ts.Type[] = []): RuleType {
    if (within.includes(type)) {
        throw new UnfitType('recursive', checker.typeToString(type));
    }
    return readPrimitive(checker, type) ?? readCompound(checker, type, [...within, type]);
}

function readPrimitive(checker: ts.TypeChecker, type: ts.Type): RuleType | null {
    const {flags} = type;
    if (flags & ts.TypeFlags.StringLiteral) {
        const {value} = type as ts.StringLiteralType;
        if (!isWhole(value)) {
            throw new UnfitType('half-letter', checker.typeToString(type));
        }
        return {kind: 'literal', value};
    }
    if (flags & ts.TypeFlags.NumberLiteral) {
        const {value} = type as ts.NumberLiteralType;
        if (!Number.isSafeInteger(value)) {
            throw new UnfitType('float', String(value));
        }
        return {kind: 'literal', value};
    }
    if (flags & ts.TypeFlags.BooleanLiteral) {
        return {kind: 'literal', value: checker.typeToString(type) === 'true'};
    }
    if (flags & ts.TypeFlags.Number) {
        return {kind: 'int', range: GIVEN};
    }
    if (flags & ts.TypeFlags.String) {
        return {kind: 'string'};
    }
    if (flags & ts.TypeFlags.Null) {
        return {kind: 'null'};
    }
    if (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)) {
        throw new UnfitType('undefined', checker.typeToString(type));
    }
    if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) {
        throw new UnfitType('any', checker.typeToString(type));
    }
    return null;
}

function readCompound(checker: ts.TypeChecker, type: ts.Type, within: readonly ts.Type[]): RuleType {
    if (type.isUnion()) {
        return readUnion(type.types.map(member => readType(checker, member, within)));
    }
    if (checker.isTupleType(type)) {
        const {target} = type as ts.TupleTypeReference;
        if (target.elementFlags.some(flag => flag !== ts.ElementFlags.Required)) {
            throw new UnfitType('other', checker.typeToString(type));
        }
        const items = checker.getTypeArguments(type as ts.TypeReference);
        return {kind: 'tuple', items: items.map(item => readType(checker, item, within))};
    }
    if (checker.isArrayType(type)) {
        const [of] = checker.getTypeArguments(type as ts.TypeReference);
        return of !== undefined && of.flags & ts.TypeFlags.Never
            ? {kind: 'tuple', items: []}
            : {kind: 'list', of: readType(checker, of as ts.Type, within)};
    }
    return readRecord(checker, type, within);
}

function readRecord(checker: ts.TypeChecker, type: ts.Type, within: readonly ts.Type[]): RuleType {
    const shown = checker.typeToString(type);
    if (type.flags & ts.TypeFlags.TypeParameter) {
        throw new UnfitType('generic', shown);
    }
    if (type.getCallSignatures().length > 0 || type.getConstructSignatures().length > 0) {
        throw new UnfitType('function', shown);
    }
    if (checker.getIndexInfosOfType(type).length > 0) {
        throw new UnfitType('index', shown);
    }
    if (!(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) {
        throw new UnfitType('other', shown);
    }
    const fields = checker.getPropertiesOfType(type);
    if (fields.length === 0) {
        throw new UnfitType('other', shown);
    }
    return {kind: 'record', name: type.aliasTypeArguments === undefined ? type.aliasSymbol?.name ?? null : null, fields: fields.map(field => readField(checker, field, within))};
}

function readField(checker: ts.TypeChecker, field: ts.Symbol, within: readonly ts.Type[]): RuleField {
    if (!FIELD_NAME.test(field.name)) {
        throw new UnfitType('key', field.name);
    }
    if (field.flags & ts.SymbolFlags.Optional) {
        throw new UnfitType('optional', field.name);
    }
    return {name: field.name, type: inRange(readType(checker, checker.getTypeOfSymbol(field), within), declaredRange(checker, field))};
}

/** `true | false` is read as bool; the rest stays as it is, each once, null last. */
function readUnion(members: readonly RuleType[]): RuleType {
    const isBoolean = (member: RuleType, value: boolean) => member.kind === 'literal' && member.value === value;
    const both = [true, false].every(value => members.some(member => isBoolean(member, value)));
    const kept = both ? members.filter(member => !(member.kind === 'literal' && typeof member.value === 'boolean')) : members;
    const of: RuleType[] = [
        ...kept.filter(member => member.kind !== 'null'),
        ...(both ? [{kind: 'bool'} as const] : []),
        ...kept.filter(member => member.kind === 'null'),
    ];
    return of.length === 1 && of[0] !== undefined ? of[0] : {kind: 'union', of};
}

/** The members of a union, or the one type itself. */
export function membersOf(type: RuleType): readonly RuleType[] {
    return type.kind === 'union' ? type.of : [type];
}

/** The type with its numbers, and those of its lists, held to what is declared of them. */
export function inRange(type: RuleType, range: Range | null): RuleType {
    if (range === null) {
        return type;
    }
    switch (type.kind) {
        case 'int':
            return {kind: 'int', range};
        case 'list':
            return {kind: 'list', of: inRange(type.of, range)};
        case 'union':
            return {kind: 'union', of: type.of.map(member => inRange(member, range))};
        default:
            return type;
    }
}
