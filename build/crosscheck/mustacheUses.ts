import Mustache from 'mustache';
import {exact, isTelling, joined, UNKNOWN, type Pattern} from './pattern.ts';
import type {Said, Use} from './use.ts';

/** A token of the parser: sort, value, start, end, and for sections what is inside. */
type Token = readonly [string, string, number, number, (readonly Token[])?, ...unknown[]];

/** What a template asks for: strings, other templates, modules. */
export function mustacheUses(path: string, text: string, component: string): Said {
    const uses: Use[] = [];
    walk(tokensOf(text), token => uses.push(...usesOf(token, path, text, component)));
    return {uses, texts: uses.map(use => use.name).filter(isTelling)};
}

/** Why and in which line a template does not parse, or null. */
export function templateProblem(text: string): {readonly reason: string; readonly line: number | null} | null {
    try {
        parsed(text);
        return null;
    } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        const offset = / at (\d+)$/.exec(reason)?.[1];
        const line = offset === undefined ? null : text.slice(0, Number(offset)).split('\n').length;
        return {reason: reason.replace(/ at \d+$/, ''), line};
    }
}

/** Moodle's blocks and parents are sections to this parser; they take as many characters. */
const parsed = (text: string): readonly Token[] => Mustache.parse(text.replace(/\{\{(\s*)[<$]/g, '{{$1#')) as unknown as readonly Token[];

const tokensOf = (text: string): readonly Token[] => (templateProblem(text) === null ? parsed(text) : []);

function walk(tokens: readonly Token[], visit: (token: Token) => void): void {
    for (const token of tokens) {
        visit(token);
        walk(token[4] ?? [], visit);
    }
}

function usesOf(token: Token, path: string, text: string, component: string): readonly Use[] {
    const [sort, value, start, , inside] = token;
    const place = {file: path, line: text.slice(0, start).split('\n').length};
    if (sort === '>' || (sort === '#' && value.includes('/'))) {
        return [{kind: 'template', name: exact(value), by: '{{>', place}];
    }
    if (sort === '#' && (value === 'str' || value === 'cleanstr') && inside !== undefined) {
        return stringUse(inside, component).map(name => ({kind: 'string', name, by: '{{#str}}', place}));
    }
    if (sort === '#' && value === 'js' && inside !== undefined) {
        const script = inside.filter(([kind]) => kind === 'text').map(([, part]) => part).join('');
        return [...script.matchAll(/['"]([a-z_0-9]+\/[\w/-]+)['"]/g)].map(found => ({kind: 'module', name: exact(found[1] ?? ''), by: '{{#js}}', place}));
    }
    return [];
}

/** `key, component, data`: the key may hold variables. */
function stringUse(inside: readonly Token[], component: string): readonly Pattern[] {
    const whole = inside.reduce<Pattern>((done, [sort, value]) => joined(done, sort === 'text' ? exact(value) : UNKNOWN), []);
    const [key = '', owner = ''] = whole.map(part => part ?? '\0').join('').split(',').map(part => part.trim());
    return owner === component ? [key.split(/(\0)/).filter(part => part !== '').map(part => (part === '\0' ? null : part))] : [];
}
