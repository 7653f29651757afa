import ts from '../typescript.js';
import type {ModuleContext} from './moduleContext.ts';

const members = (type: ts.Type): readonly ts.Type[] => (type.isUnion() ? type.types : [type]);

const every = (type: ts.Type, flags: ts.TypeFlags): boolean => members(type).every(member => (member.flags & flags) !== 0);

export const isBoolean = (type: ts.Type): boolean => every(type, ts.TypeFlags.BooleanLike);

export const isInteger = (type: ts.Type): boolean => every(type, ts.TypeFlags.NumberLike);

export const isText = (type: ts.Type): boolean => every(type, ts.TypeFlags.StringLike);

/** What reads the same in a text of both languages. */
export const isPrintable = (type: ts.Type): boolean => every(type, ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike);

/** Values that `===` compares the same in both languages. */
export const isSimple = (type: ts.Type): boolean =>
    every(type, ts.TypeFlags.BooleanLike | ts.TypeFlags.NumberLike | ts.TypeFlags.StringLike | ts.TypeFlags.Null);

export const isList = (context: ModuleContext, type: ts.Type): boolean =>
    members(type).every(member => (member.flags & ts.TypeFlags.Any) === 0 && context.checker.isArrayLikeType(member));

/** A plain record, or a union of such. */
export const isRecord = (context: ModuleContext, type: ts.Type): boolean =>
    members(type).every(
        member =>
            (member.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0 &&
            member.getCallSignatures().length === 0 &&
            !context.checker.isArrayLikeType(member),
    );

export function mayBeUndefined(context: ModuleContext, node: ts.Expression): boolean {
    return members(context.type(node)).some(member => (member.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)) !== 0);
}

/** A `const` of the module itself. */
export function isConstant(declaration: ts.Node): declaration is ts.VariableDeclaration {
    return ts.isVariableDeclaration(declaration) && ts.isSourceFile(declaration.parent.parent.parent);
}
