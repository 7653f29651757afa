import type ts from 'typescript';
import {translate} from './expressions.ts';
import type {Layout} from './layout.ts';
import {textLiteral} from './literals.ts';
import type {ModuleContext} from './moduleContext.ts';
import {bound, BINDS, chain, type Php} from './php.ts';
import {isPrintable, isText} from './typeTests.ts';

/** A template text as a chain of `.`; a lone number as `(string) $number`. */
export function template(context: ModuleContext, node: ts.TemplateExpression): Php {
    const parts: Layout[] = node.head.text === '' ? [] : [textLiteral(context, node.head, node.head.text)];
    for (const span of node.templateSpans) {
        parts.push(textPart(context, span.expression));
        if (span.literal.text !== '') {
            parts.push(textLiteral(context, span.literal, span.literal.text));
        }
    }
    const [only] = node.templateSpans;
    if (parts.length === 1 && only !== undefined && !isText(context.type(only.expression))) {
        return {text: ['(string) ', bound(translate(context, only.expression), BINDS.atom)], binds: BINDS.unary};
    }
    return chain(parts, '.', BINDS.concat);
}

function textPart(context: ModuleContext, node: ts.Expression): Layout {
    if (!isPrintable(context.type(node))) {
        return context.refuseSyntax(node, 'template-part');
    }
    return bound(translate(context, node), BINDS.unary);
}
