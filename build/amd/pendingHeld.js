import {existsSync, readFileSync} from 'node:fs';
import {dirname, resolve} from 'node:path';

/**
 * A lint rule: whoever ends an asynchronous path, and hands it on to no caller, holds a core/pending for it. Browser tests of
 * Moodle, and ours, wait for exactly that.
 */

const HOLDS = /new Pending\(/;
const ENDS = new Set(['then', 'catch', 'finally']);

const isFunction = node => /Function/.test(node.type);

/** The call that a chain of then and catch hangs on, or null where the expression is no such chain. */
function startOfChain(node) {
    if (node.type === 'UnaryExpression' && node.operator === 'void') {
        return startOfChain(node.argument) ?? node.argument;
    }
    const isLink = node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && ENDS.has(node.callee.property.name);
    return isLink ? startOfChain(node.callee.object) ?? node.callee.object : null;
}

/** What an imported name stands for in the module beside it that exports it; '' where that cannot be read there. */
function exported({node: specifier, parent: {source}}, {filename, languageOptions: {parser}}) {
    const file = resolve(dirname(filename), source.value);
    if (specifier.type !== 'ImportSpecifier' || !source.value.startsWith('.') || !existsSync(file)) {
        return '';
    }
    const text = readFileSync(file, 'utf8');
    const options = {ecmaVersion: 'latest', sourceType: 'module', range: true};
    const {body} = parser.parseForESLint?.(text, options).ast ?? parser.parse(text, options);
    const made = body
        .flatMap(({type, declaration}) => (type === 'ExportNamedDeclaration' && declaration ? declaration.declarations ?? [declaration] : []))
        .find(({id}) => id?.name === specifier.imported.name);
    return made === undefined ? '' : text.slice(...made.range);
}

export const pendingHeld = {
    meta: {
        type: 'problem',
        schema: [],
        messages: {
            notHeld: 'This asynchronous path ends here, and nobody can wait for it. Hold a `new Pending(...)` of core/pending around it, or return the promise.',
        },
    },
    create(context) {
        const {sourceCode} = context;
        const holds = node => HOLDS.test(sourceCode.getText(node));
        const isHeldAround = node => sourceCode.getAncestors(node).filter(isFunction).some(holds);
        const callsHolder = node => {
            if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') {
                return false;
            }
            const scopes = [];
            for (let scope = sourceCode.getScope(node); scope !== null; scope = scope.upper) {
                scopes.push(scope);
            }
            const found = scopes.map(scope => scope.set.get(node.callee.name)).find(variable => variable !== undefined);
            return found?.defs.some(made => (made.type === 'ImportBinding' ? HOLDS.test(exported(made, context)) : holds(made.node))) ?? false;
        };
        return {
            ExpressionStatement(node) {
                const start = startOfChain(node.expression);
                if (start !== null && !isHeldAround(node) && !callsHolder(start)) {
                    context.report({node, messageId: 'notHeld'});
                }
            },
            'CallExpression[callee.property.name=/^(addEventListener|on)$/] > :matches(ArrowFunctionExpression, FunctionExpression)[async=true]'(node) {
                if (!holds(node)) {
                    context.report({node, messageId: 'notHeld'});
                }
            },
        };
    },
};
