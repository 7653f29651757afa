import ts from '../typescript.js';

export type Duplicate = {readonly name: string; readonly line: number; readonly first: number};

/** Keys that an object literal has twice: JavaScript keeps the last one and says nothing. */
export function duplicateKeys(file: string, text: string): readonly Duplicate[] {
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
    const found: Duplicate[] = [];
    const lineOf = (node: ts.Node): number => source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    const visit = (node: ts.Node): void => {
        if (ts.isObjectLiteralExpression(node)) {
            const seen = new Map<string, number>();
            for (const {name} of node.properties) {
                if (name !== undefined && (ts.isIdentifier(name) || ts.isStringLiteralLike(name))) {
                    const first = seen.get(name.text);
                    if (first !== undefined) {
                        found.push({name: name.text, line: lineOf(name), first});
                    }
                    seen.set(name.text, lineOf(name));
                }
            }
        }
        ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
}
