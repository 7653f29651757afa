import {classAround, nameOf, type PhpConstants} from './phpConstants.ts';
import type {Php, PhpFile} from './phpFile.ts';
import {exact, joined, textOf, UNKNOWN, type Pattern} from './pattern.ts';

/** Where an expression stands, to read what it may be. */
export type PhpScope = {readonly file: PhpFile; readonly above: readonly Php[]; readonly constants: PhpConstants};

/** More than this many readings of one expression say no more than none. */
const MOST = 64;
const DEEPEST = 12;

/** The texts that an expression may be. */
export function phpTexts(node: Php | null | undefined, scope: PhpScope, depth = 0): readonly Pattern[] {
    if (node === null || node === undefined || depth > DEEPEST) {
        return [UNKNOWN];
    }
    const read = (part: unknown): readonly Pattern[] => phpTexts(part as Php, scope, depth + 1);
    switch (node.kind) {
        case 'string': case 'nowdoc':
            return [exact(String(node['value']))];
        case 'number':
            return [exact(String(node['value']))];
        case 'encapsed':
            return product((node['value'] as readonly Php[]).map(part => read(part)));
        case 'encapsedpart':
            return read(node['expression']);
        case 'bin':
            return node['type'] === '.' ? product([read(node['left']), read(node['right'])])
                : node['type'] === '??' ? [...read(node['left']), ...read(node['right'])] : [UNKNOWN];
        case 'retif':
            return [...read(node['trueExpr'] ?? node['test']), ...read(node['falseExpr'])];
        case 'match':
            return (node['arms'] as readonly Php[]).flatMap(arm => read(arm['body']));
        case 'staticlookup':
            return constantTexts(node, scope, depth);
        case 'variable':
            return variableTexts(node, scope, depth);
        default:
            return [UNKNOWN];
    }
}

function product(parts: readonly (readonly Pattern[])[]): readonly Pattern[] {
    const all = parts.reduce<readonly Pattern[]>((done, next) => done.flatMap(left => next.map(right => joined(left, right))).slice(0, MOST + 1), [[]]);
    return all.length > MOST ? [UNKNOWN] : all;
}

function constantTexts(node: Php, scope: PhpScope, depth: number): readonly Pattern[] {
    const constant = constantOf(node, scope);
    return constant === undefined ? [UNKNOWN] : phpTexts(constant, scope, depth + 1);
}

/** The expression behind `self::NAME` or `other_class::NAME`. */
export function constantOf(node: Php, scope: PhpScope): Php | undefined {
    const what = node['what'] as Php;
    const own = ['selfreference', 'staticreference'].includes(what.kind) || ['self', 'static'].includes(nameOf(what));
    const holder = own ? classAround(scope.file, scope.above) : what.kind === 'name' ? scope.file.names.resolve(what as never) : '';
    return scope.constants.get(`${holder}::${nameOf(node['offset'])}`);
}

/** What a variable may be: all that is assigned to it in the same function; a parameter may be anything. */
function variableTexts(node: Php, scope: PhpScope, depth: number): readonly Pattern[] {
    const name = nameOf(node['name']);
    const around = scope.above.findLast(holder => ['method', 'function', 'closure', 'arrowfunc'].includes(holder.kind));
    const parameters = (around?.['arguments'] ?? []) as readonly Php[];
    if (name === '' || parameters.some(parameter => nameOf(parameter['name']) === name)) {
        return [UNKNOWN];
    }
    const found = scope.file.nodes.filter(({above}) => around === undefined || above.includes(around)).flatMap(({node: other}) => assigned(other, name, scope, depth));
    // An empty text is what a variable starts with, not what it is used with.
    return found.length === 0 || found.length > MOST ? [UNKNOWN] : found.map(pattern => (textOf(pattern) === '' ? UNKNOWN : pattern));
}

function assigned(node: Php, name: string, scope: PhpScope, depth: number): readonly Pattern[] {
    if (node.kind === 'assign' && isVariable(node['left'], name)) {
        return node['operator'] === '=' ? phpTexts(node['right'] as Php, scope, depth + 1) : [UNKNOWN];
    }
    if (node.kind === 'foreach' && isVariable(node['value'], name)) {
        return itemTexts(node['source'] as Php, scope, depth + 1);
    }
    if (node.kind === 'foreach' && isVariable(node['key'], name)) {
        return [UNKNOWN];
    }
    return [];
}

function isVariable(node: unknown, name: string): boolean {
    return typeof node === 'object' && node !== null && (node as Php).kind === 'variable' && nameOf((node as Php)['name']) === name;
}

/** The texts in a list, be it written out or a constant. */
export function itemTexts(node: Php, scope: PhpScope, depth = 0): readonly Pattern[] {
    const list = node.kind === 'staticlookup' ? constantOf(node, scope) : node;
    if (list?.kind !== 'array') {
        return [UNKNOWN];
    }
    return (list['items'] as readonly Php[]).flatMap(item => phpTexts(item.kind === 'entry' ? item['value'] as Php : item, scope, depth + 1));
}
