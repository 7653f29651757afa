import {phpTree} from './parse.ts';

/** Parts of a tree that say how code is written, not what it does. */
const WRITING = new Set([
    'loc', 'leadingComments', 'trailingComments', 'comments', 'parenthesizedExpression', 'shortForm', 'raw', 'isDoubleQuote', 'errors', 'tokens',
]);

/** The syntax tree as text, without what only says how the code is written: two files that mean the same give the same. */
export function meaningOf(text: string, file: string): string {
    return JSON.stringify(phpTree(text, file), (key: string, value: unknown) => (WRITING.has(key) ? undefined : plain(key, value)));
}

function plain(key: string, value: unknown): unknown {
    if (!isNode(value)) {
        return value;
    }
    // `list()` and `[]` on the left of an assignment are one thing.
    if (value.kind === 'list') {
        return {...value, kind: 'array'};
    }
    // A choice inside a choice: the parser reads it without brackets, PHP 8 does not.
    if (value.kind === 'retif' && (key === 'test' || key === 'falseExpr')) {
        return {...value, bracketed: value.parenthesizedExpression === true};
    }
    return value;
}

function isNode(value: unknown): value is {readonly kind: string; readonly parenthesizedExpression?: boolean} {
    return typeof value === 'object' && value !== null && 'kind' in value;
}
