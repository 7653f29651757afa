import ts from '../typescript.js';
import {notInSubset} from '../diagnostics/rules.ts';
import type {ModuleContext} from './moduleContext.ts';

/** What the checker says of types is what PHP is written from, so nothing may make it say what is not proven. */
export function refuseHiding(context: ModuleContext): void {
    const {source} = context;
    const hiding = [...source.text.matchAll(/@ts-(ignore|expect-error|nocheck|check)\b/g)].filter(found => isInComment(source, found.index));
    for (const {index, 0: words} of hiding) {
        const line = source.getLineAndCharacterOfPosition(index).line + 1;
        context.refuse(source, place => notInSubset({...place, line}, words, 'hidden'));
    }
    const visit = (node: ts.Node): void => {
        if (ts.isTypePredicateNode(node)) {
            context.refuseSyntax(node, 'predicate');
        }
        node.forEachChild(visit);
    };
    visit(source);
}

/** Not in a text: the innermost token around that place does not hold it. */
function isInComment(source: ts.SourceFile, at: number): boolean {
    const holder = (node: ts.Node): ts.Node => {
        const inner = ts.forEachChild(node, child => (child.getFullStart() <= at && at < child.end ? child : undefined));
        return inner === undefined ? node : holder(inner);
    };
    const node = holder(source);
    return at < node.getStart(source) || !(ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node));
}
