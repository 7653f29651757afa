import ts from '../typescript.js';

/** The text of a lang/*.ts with more strings in it, each below those that are named like it; null where it holds no object of strings. */
export function addStrings(text: string, strings: ReadonlyMap<string, string>): string | null {
    const file = ts.createSourceFile('lang.ts', text, ts.ScriptTarget.ESNext, true);
    const literal = file.statements.filter(ts.isVariableStatement)
        .flatMap(({declarationList}) => declarationList.declarations.map(({initializer}) => withoutType(initializer)))
        .find(value => value !== undefined && ts.isObjectLiteralExpression(value));
    if (literal === undefined || !ts.isObjectLiteralExpression(literal)) {
        return null;
    }
    const lines = new Map<number, string>();
    for (const [key, value] of strings) {
        const place = placeFor(key, literal);
        lines.set(place, `${lines.get(place) ?? ''}\n    ${nameOf(key)}: ${quoted(value)},`);
    }
    return [...lines].toSorted(([one], [other]) => other - one).reduce((done, [place, added]) => withLines(done, place, added), text);
}

const withoutType = (node: ts.Expression | undefined): ts.Expression | undefined =>
    node !== undefined && (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) ? withoutType(node.expression) : node;

/** Behind the last string of the same group, such as `setting:…`, or behind all. */
function placeFor(key: string, {properties}: ts.ObjectLiteralExpression): number {
    const named = properties.filter(ts.isPropertyAssignment).filter(({name}) => group(name) === /^\w+:/.exec(key)?.[0]);
    return (named.at(-1) ?? properties.at(-1))?.end ?? properties.pos;
}

const group = (name: ts.PropertyName): string | undefined => (ts.isStringLiteral(name) ? /^\w+:/.exec(name.text)?.[0] : undefined);

/** A comma after what stood last, should it have none. */
function withLines(text: string, place: number, added: string): string {
    const comma = /^\s*,/.exec(text.slice(place))?.[0];
    const isFirst = text[place - 1] === '{';
    const before = `${text.slice(0, place)}${comma ?? (isFirst ? '' : ',')}`;
    const after = text.slice(place + (comma?.length ?? 0));
    return `${before}${added}${after.startsWith('}') ? '\n' : ''}${after}`;
}

const nameOf = (key: string): string => (/^[a-z_$][\w$]*$/i.test(key) ? key : quoted(key));

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n')}'`;
