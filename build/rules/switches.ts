import ts from '../typescript.js';
import {plain, withoutRoom} from './expressions.ts';
import {HARD, indent, join, type Layout} from './layout.ts';
import {writtenNumber, writtenText} from './literals.ts';
import type {ModuleContext} from './moduleContext.ts';
import {block, statements} from './statements.ts';
import {isInteger} from './typeTests.ts';

/** Clauses that share one body: `case 'a': case 'b': …`. */
type Clause = {readonly labels: readonly (ts.Expression | null)[]; readonly statements: readonly ts.Statement[]};

/** A switch: a `match` where every clause returns a value, otherwise a PHP switch where loose comparing cannot matter. */
export function switchStatement(context: ModuleContext, node: ts.SwitchStatement): Layout[] {
    const clauses = clausesOf(node);
    if (!isSafeSwitch(context, node)) {
        return [context.refuseSyntax(node, 'switch-type')];
    }
    const repeated = repeatedCase(node);
    if (repeated !== null) {
        return [context.refuseSyntax(repeated, 'case-twice')];
    }
    if (clauses.every(clause => returnedValue(clause) !== null) && isComplete(context, node)) {
        return [matchOf(context, node, clauses)];
    }
    const subject = plain(context, node.expression);
    context.switches += 1;
    const lines = clauses.flatMap(clause => switchClause(context, clause));
    context.switches -= 1;
    return [block(['switch (', subject, ')'], lines)];
}

function clausesOf(node: ts.SwitchStatement): readonly Clause[] {
    const clauses: Clause[] = [];
    let labels: (ts.Expression | null)[] = [];
    for (const clause of node.caseBlock.clauses) {
        labels.push(ts.isCaseClause(clause) ? clause.expression : null);
        if (clause.statements.length > 0) {
            const [only] = clause.statements;
            const inner = clause.statements.length === 1 && only !== undefined && ts.isBlock(only) ? only.statements : clause.statements;
            clauses.push({labels, statements: [...inner]});
            labels = [];
        }
    }
    return labels.length === 0 ? clauses : [...clauses, {labels, statements: []}];
}

function isSafeSwitch(context: ModuleContext, node: ts.SwitchStatement): boolean {
    const type = context.type(node.expression);
    const members = type.isUnion() ? type.types : [type];
    const safe = members.every(member => member.isStringLiteral() && !/^[\s\d.+-]/.test(member.value));
    const cases = node.caseBlock.clauses.filter(ts.isCaseClause).map(clause => clause.expression);
    return (isInteger(type) || safe) && cases.every(value => writtenNumber(value) !== null || writtenText(value) !== null);
}

/** A case that stands there twice: the second one is never reached, and hides that another one is missing. */
function repeatedCase(node: ts.SwitchStatement): ts.Expression | null {
    const cases = node.caseBlock.clauses.filter(ts.isCaseClause).map(clause => clause.expression);
    // 0 and -0 are one number.
    const values = cases.map(value => writtenText(value) ?? (writtenNumber(value) ?? 0) + 0);
    return cases.find((_value, index) => values.indexOf(values[index] ?? '') < index) ?? null;
}

function returnedValue(clause: Clause): ts.Expression | null {
    const [only] = clause.statements;
    return clause.statements.length === 1 && only !== undefined && ts.isReturnStatement(only) ? (only.expression ?? null) : null;
}

/** Nothing comes after it: it has a default, or names every member of the union. */
function isComplete(context: ModuleContext, node: ts.SwitchStatement): boolean {
    const clauses = node.caseBlock.clauses;
    const type = context.type(node.expression);
    const members = type.isUnion() ? type.types.length : 1;
    const literal = (type.isUnion() ? type.types : [type]).every(member => member.isStringLiteral() || member.isNumberLiteral());
    return clauses.some(ts.isDefaultClause) || (literal && clauses.length === members);
}

function matchOf(context: ModuleContext, node: ts.SwitchStatement, clauses: readonly Clause[]): Layout {
    const subject = plain(context, node.expression);
    const arms = withoutRoom(context, () =>
        clauses.map(clause => {
            const value = returnedValue(clause) as ts.Expression;
            return [HARD, matchLabels(context, clause), ' => ', plain(context, value), ','];
        }),
    );
    return ['return match (', subject, ') {', indent(arms), HARD, '};'];
}

function matchLabels(context: ModuleContext, clause: Clause): Layout {
    const named = clause.labels.filter(label => label !== null);
    return named.length < clause.labels.length ? 'default' : join(named.map(label => plain(context, label)), ', ');
}

function switchClause(context: ModuleContext, clause: Clause): Layout[] {
    const labels = clause.labels.map(label => (label === null ? 'default:' : ['case ', plain(context, label), ':']));
    const last = clause.statements.at(-1);
    if (last === undefined || !alwaysLeaves(last)) {
        const [label] = clause.labels;
        return [context.refuseSyntax(last ?? label ?? context.source, 'switch-clause')];
    }
    const lines = statements(context, clause.statements);
    return [...labels.slice(0, -1), [labels.at(-1) ?? '', indent(lines.map(line => [HARD, line]))]];
}

function alwaysLeaves(node: ts.Statement): boolean {
    if (ts.isReturnStatement(node) || ts.isBreakStatement(node) || ts.isContinueStatement(node)) {
        return true;
    }
    if (ts.isBlock(node)) {
        const last = node.statements.at(-1);
        return last !== undefined && alwaysLeaves(last);
    }
    return ts.isIfStatement(node) && node.elseStatement !== undefined && alwaysLeaves(node.thenStatement) && alwaysLeaves(node.elseStatement);
}
