import type {Php} from '../../build/crosscheck/phpFile.ts';
import {phpTree} from '../../build/php/parse.ts';
import {walkPhp} from '../../build/php/walk.ts';
import {mutantOf, type Change, type Mutant} from './mutant.ts';
import {nameOfCall, securityChanges, spanOf} from './phpSecurity.ts';

const OPERATORS: Readonly<Record<string, readonly [by: string, kind: string]>> = {
    '<': ['<=', 'boundary'], '<=': ['<', 'boundary'], '>': ['>=', 'boundary'], '>=': ['>', 'boundary'],
    '===': ['!==', 'comparison negated'], '!==': ['===', 'comparison negated'],
    '&&': ['||', 'and, or'], '||': ['&&', 'and, or'], '+': ['-', 'arithmetic'], '-': ['+', 'arithmetic'],
};
/** Files in which every mistake is one of security or privacy. */
const GUARDING = /^classes\/(privacy|external)\//;
/** Queries that touch what should be left alone where a condition is missing. */
const QUERIES = /^(get|delete|count|record|set)_(records?|fieldset|field|recordset|records_exist|exists)\w*$/;

/** Everything that can be made wrong in a PHP file, one by one; only what still is PHP. */
export function phpMutants(file: string, text: string): readonly Mutant[] {
    const changes: Change[] = [];
    walkPhp(phpTree(text, file), (node, above) => {
        const inMethod = file.startsWith('classes/') || file.startsWith('backup/') || /^block_/.test(file) ? above.some(({kind}) => kind === 'method') || node.kind === 'method' : true;
        if (inMethod) {
            changes.push(...changesOf(node as Php, above as readonly Php[], text));
        }
    });
    const seen = new Set<string>();
    return changes.map(change => mutantOf(file, text, GUARDING.test(file) ? {...change, isSecurity: true} : change)).filter(mutant => {
        const isNew = mutant.text !== text && !seen.has(mutant.text) && isPhp(mutant.text, file);
        seen.add(mutant.text);
        return isNew;
    });
}

function changesOf(node: Php, above: readonly Php[], text: string): readonly Change[] {
    const guard = securityChanges(node, above, text);
    return guard.length > 0 ? guard : plainChanges(node, above, text);
}

function plainChanges(node: Php, above: readonly Php[], text: string): readonly Change[] {
    const [from, to] = spanOf(node);
    switch (node.kind) {
        case 'bin':
            return operatorChanges(node, text);
        case 'if': {
            const end = text.lastIndexOf(')', spanOf(node['body'] as Php)[0]);
            const head = /^(?:else)?\s?if \(/.exec(text.slice(from))?.[0].length ?? 0;
            return head === 0 ? [] : [{from: from + head, to: end, by: `!(${text.slice(from + head, end)})`, kind: 'condition negated'}];
        }
        case 'retif': {
            const [start, end] = spanOf(node['test'] as Php);
            return [{from: start, to: end, by: `!(${text.slice(start, end)})`, kind: 'condition negated'}];
        }
        case 'expressionstatement':
            // What closes a recordset frees it a moment earlier, and nobody can tell.
            return ['', 'close'].includes(nameOfCall(node['expression'] as Php)) ? [] : [{from, to, by: '', kind: 'call gone'}];
        case 'return':
            return returnChanges(node, above, text);
        case 'call':
            return conditionChanges(node, text);
        case 'string':
            return sqlChanges(node, text);
        case 'encapsed':
            return sqlChanges(node, text);
        default:
            return [];
    }
}

function operatorChanges(node: Php, text: string): readonly Change[] {
    const type = String(node['type']);
    const operator = OPERATORS[type];
    const [, left] = spanOf(node['left'] as Php);
    const [right] = spanOf(node['right'] as Php);
    const at = text.slice(left, right).indexOf(type);
    return operator === undefined || at < 0 ? [] : [{from: left + at, to: left + at + type.length, by: operator[0], kind: operator[1]}];
}

/** Another answer of the type that the method says it gives. */
function returnChanges(node: Php, above: readonly Php[], text: string): readonly Change[] {
    const value = node['expr'] as Php | null;
    const method = above.findLast(({kind}) => ['method', 'function', 'closure', 'arrowfunc'].includes(kind));
    const type = (method?.['type'] as {readonly name?: string} | null | undefined)?.name ?? '';
    if (value === null || method?.kind === 'closure' || method?.kind === 'arrowfunc') {
        return [];
    }
    const [from, to] = spanOf(value);
    const was = text.slice(from, to);
    const others: Readonly<Record<string, string>> = {bool: `!(${was})`, int: `(${was}) + 1`, array: '[]', string: "''"};
    const by = others[type] ?? (method?.['nullable'] === true ? 'null' : null);
    return by === null || by === was ? [] : [{from, to, by, kind: 'another answer'}];
}

/** `['courseid' => $id, 'userid' => $userid]` without one of them: what was meant for one concerns all. */
function conditionChanges(node: Php, text: string): readonly Change[] {
    if (!QUERIES.test(nameOfCall(node))) {
        return [];
    }
    return (node['arguments'] as readonly Php[]).filter(({kind}) => kind === 'array').flatMap(list => {
        const items = (list['items'] as readonly Php[]).filter(({kind, ...item}) => kind === 'entry' && (item as {readonly key?: unknown}).key !== null);
        return items.map((item, index): Change => {
            const [from, to] = spanOf(item);
            const next = items[index + 1];
            const before = items[index - 1];
            const [start, end] = next !== undefined ? [from, spanOf(next)[0]] : before !== undefined ? [spanOf(before)[1], to] : [from, to];
            return {from: start, to: end, by: '', kind: 'condition of a query gone', isSecurity: true};
        }).filter(({from, to}) => text.slice(from, to).trim() !== '');
    });
}

/** SQL without one of its conditions. */
function sqlChanges(node: Php, text: string): readonly Change[] {
    const [from, to] = spanOf(node);
    const sql = text.slice(from, to);
    return [...sql.matchAll(/\b(?:\w+\.)?\w+ (?:=|<>|<=?|>=?) (?::\w+|\?|'\w+')(?= AND\b|\s*["'\n])/g)].map((found): Change => {
        const [start, end] = [from + found.index, from + found.index + found[0].length];
        const name = /:(\w+)/.exec(found[0])?.[1];
        // A placeholder that is left out would be an error of the database, which says nothing of the condition.
        const by = name === undefined ? '1 = 1' : `(${found[0]} OR 1 = 1)`;
        return {from: start, to: end, by, kind: 'condition of a query gone', isSecurity: /userid|courseid|instanceid/.test(found[0])};
    });
}

function isPhp(text: string, file: string): boolean {
    try {
        phpTree(text, file);
        return true;
    } catch {
        return false;
    }
}
