import ts from '../../typescript.js';
import {GIVEN, type Range} from './bounds.ts';

/**
 * The range that `@minimum` and `@maximum` declare of a field or parameter, or of the type that it is given by name, as in
 * `type Count = number` below a comment that says `@minimum 0 @maximum 1000000`.
 */
export function declaredRange(checker: ts.TypeChecker, symbol: ts.Symbol): Range | null {
    const {valueDeclaration} = symbol;
    const written = valueDeclaration !== undefined && (ts.isParameter(valueDeclaration) || ts.isPropertySignature(valueDeclaration)) ? valueDeclaration.type : undefined;
    return taggedRange(symbol) ?? (written === undefined ? null : rangeOfNamed(checker, written));
}

/** The first type with a range among those that a type is written with, not looking into records. */
function rangeOfNamed(checker: ts.TypeChecker, node: ts.TypeNode): Range | null {
    if (!ts.isTypeReferenceNode(node)) {
        return ts.forEachChild(node, child => (ts.isTypeNode(child) && !ts.isTypeLiteralNode(child) ? rangeOfNamed(checker, child) ?? undefined : undefined)) ?? null;
    }
    const symbol = checker.getSymbolAtLocation(node.typeName);
    const alias = symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const declaration = alias?.declarations?.find(ts.isTypeAliasDeclaration);
    const own = alias === undefined ? null : taggedRange(alias);
    return own ?? (declaration === undefined || ts.isTypeLiteralNode(declaration.type) ? null : rangeOfNamed(checker, declaration.type));
}

/** What the comment above a declaration says, wherever on its line. */
function taggedRange(symbol: ts.Symbol): Range | null {
    const comments = (symbol.declarations ?? []).flatMap(declaration => ts.getJSDocCommentsAndTags(declaration).map(comment => comment.getText()));
    const end = (tag: string): number | null => {
        const found = new RegExp(`@${tag}\\s+(-?\\d[\\d_]*)`).exec(comments.join(' '))?.[1];
        return found === undefined ? null : Number(found.replaceAll('_', ''));
    };
    const [low, high] = [end('minimum'), end('maximum')];
    return low === null && high === null ? null : {low: low ?? GIVEN.low, high: high ?? GIVEN.high};
}
