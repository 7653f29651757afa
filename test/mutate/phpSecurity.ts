import type {Php} from '../../build/crosscheck/phpFile.ts';
import type {Change} from './mutant.ts';

/** Guards that are statements: without them everything goes on. */
const GUARDS: Readonly<Record<string, string>> = {
    require_capability: 'capability no longer asked for',
    require_login: 'login no longer asked for',
    require_sesskey: 'session key no longer asked for',
    admin_externalpage_setup: 'login no longer asked for',
    validate_context: 'context no longer validated',
    add_base_condition_simple: 'condition of a report gone',
    add_base_condition_sql: 'condition of a report gone',
    of_visible_people: 'condition of a report gone',
};
/** Questions whose answer is taken to be the one that lets in. */
const QUESTIONS: Readonly<Record<string, readonly [by: string, kind: string]>> = {
    confirm_sesskey: ['true', 'session key no longer asked for'],
    has_capability: ['true', 'capability taken for granted'],
    is_enrolled: ['true', 'enrolment taken for granted'],
    isguestuser: ['false', 'guests taken for users'],
    isloggedin: ['true', 'login taken for granted'],
};
/** What makes text harmless. */
const CLEANERS: readonly string[] = ['s', 'format_string', 'clean_param', 'clean_text'];
const PRIVACY = /^(get_contexts_for_userid|get_users_in_context|export_user_data|export_user_preferences|delete_data_for_all_users_in_context|delete_data_for_users?|export_\w+_rows|get_metadata|forgotten|forget\w*)$/;

/** Changes by which a file lets in, tells or keeps what it should not. */
export function securityChanges(node: Php, above: readonly Php[], text: string): readonly Change[] {
    const [from, to] = spanOf(node);
    const change = (by: string, kind: string, start = from, end = to): Change => ({from: start, to: end, by, kind, isSecurity: true});
    switch (node.kind) {
        case 'expressionstatement':
            return statementChanges(node['expression'] as Php, change);
        case 'call':
            return callChanges(node, above, text, change);
        case 'method':
            return methodChanges(node, text, change);
        case 'throw':
            // What was caught is thrown again, or a programmer is told: nobody is let in without it.
            return /coding_exception|^throw \$/.test(text.slice(from, to)) ? []
                : [change(text.slice(from, to).endsWith(';') ? '' : 'null', 'refusal gone')];
        default:
            return [];
    }
}

type Make = (by: string, kind: string, from?: number, to?: number) => Change;

function statementChanges(expression: Php, change: Make): readonly Change[] {
    const kind = GUARDS[nameOfCall(expression)];
    const checked = expression.kind === 'assign' && nameOfCall(expression['right'] as Php) === 'checked';
    return kind !== undefined ? [change('', kind)] : checked ? [change('', 'values no longer checked')] : [];
}

function callChanges(node: Php, above: readonly Php[], text: string, change: Make): readonly Change[] {
    const name = nameOfCall(node);
    const question = QUESTIONS[name];
    const first = (node['arguments'] as readonly Php[] | undefined)?.[0];
    if (question !== undefined && above.at(-1)?.kind !== 'expressionstatement') {
        return [change(...question)];
    }
    if (CLEANERS.includes(name) && first !== undefined) {
        return [change(text.slice(...spanOf(first)), 'text no longer cleaned')];
    }
    // self::validate_parameters(self::execute_parameters(), $given)
    const given = (node['arguments'] as readonly Php[] | undefined)?.[1];
    return name === 'validate_parameters' && given !== undefined && takesMoreThanNumbers(above)
        ? [change(text.slice(...spanOf(given)), 'values no longer checked')] : [];
}

type Parameter = {readonly type: {readonly name?: string} | null};

/** Of whole numbers and of yes or no, the types of PHP leave nothing to check. */
function takesMoreThanNumbers(above: readonly Php[]): boolean {
    const method = above.findLast(node => node.kind === 'method');
    return ((method?.['arguments'] ?? []) as readonly Parameter[]).some(({type}) => !['int', 'bool'].includes(type?.name ?? ''));
}

function methodChanges(node: Php, text: string, change: Make): readonly Change[] {
    const name = (node['name'] as {readonly name?: string}).name ?? '';
    const body = node['body'] as Php | null;
    if (body === null) {
        return [];
    }
    const [from, to] = spanOf(body);
    if (name === 'can_view') {
        return [change('{ return true; }', 'report for everyone', from, to)];
    }
    if (!PRIVACY.test(name)) {
        return [];
    }
    const answer = /return (\$\w+);\s*\}$/.exec(text.slice(from, to))?.[1];
    const emptied = answer === undefined ? '{ }' : name === 'get_metadata' ? `{ return ${answer}; }` : '{ return new contextlist(); }';
    return [change(emptied, 'privacy method emptied', from, to)];
}

/** The last name of what is called; empty for anything else. */
export function nameOfCall(node: Php | null | undefined): string {
    if (node?.kind !== 'call') {
        return '';
    }
    const what = node['what'] as Php;
    const name = what.kind === 'name' ? what['name'] : (what['offset'] as {readonly name?: unknown} | undefined)?.name;
    return typeof name === 'string' ? name.replace(/^.*\\/, '') : '';
}

export const spanOf = (node: Php): [number, number] => [node.loc?.start.offset ?? 0, node.loc?.end.offset ?? 0];
