import ts from '../../typescript.js';
import {skipParentheses} from '../expressions.ts';
import {MOST_ITEMS} from './bounds.ts';
import {bindName, evaluate} from './expressions.ts';
import {joined, type Names, type Run} from './run.ts';
import {join, listOf, NOTHING, numberOf, recordOf, type Shape} from './shape.ts';
import {arithmetic} from './arithmetic.ts';
import {turns} from './turns.ts';

export function runStatements(run: Run, nodes: readonly ts.Statement[]): void {
    for (const node of nodes) {
        if (run.names !== null) {
            runStatement(run, node);
        }
    }
}

function runStatement(run: Run, node: ts.Statement): void {
    if (ts.isReturnStatement(node)) {
        const value = node.expression === undefined ? NOTHING : evaluate(run, node.expression);
        run.returned = run.returned === null ? value : join(run.returned, value);
        run.names = null;
    } else if (ts.isVariableStatement(node)) {
        node.declarationList.declarations.forEach(({name, initializer}) => initializer !== undefined && bindName(run, name, evaluate(run, initializer)));
    } else if (ts.isExpressionStatement(node)) {
        runEffect(run, skipParentheses(node.expression));
    } else if (ts.isBlock(node)) {
        runStatements(run, node.statements);
    } else if (ts.isIfStatement(node)) {
        evaluate(run, node.expression);
        run.either(() => runStatement(run, node.thenStatement), () => node.elseStatement !== undefined && runStatement(run, node.elseStatement));
    } else if (ts.isSwitchStatement(node)) {
        runSwitch(run, node);
    } else if (ts.isForOfStatement(node)) {
        runLoop(run, node);
    } else if (ts.isBreakStatement(node) || ts.isContinueStatement(node)) {
        const {nearest, loop} = run.leaving;
        (ts.isBreakStatement(node) ? nearest : loop).push(run.names ?? new Map<ts.Symbol, Shape>());
        run.names = null;
    }
}

function runEffect(run: Run, node: ts.Expression): void {
    if (ts.isBinaryExpression(node)) {
        const right = evaluate(run, node.right);
        const {kind} = node.operatorToken;
        assign(run, node.left, kind === ts.SyntaxKind.EqualsToken ? right : arithmetic(run, node, kind, evaluate(run, node.left), right));
    } else if (ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node)) {
        const sign = node.operator === ts.SyntaxKind.PlusPlusToken ? ts.SyntaxKind.PlusToken : ts.SyntaxKind.MinusToken;
        assign(run, node.operand, arithmetic(run, node, sign, evaluate(run, node.operand), numberOf({low: 1, high: 1})));
    } else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
        const list = node.expression.expression;
        const values = node.arguments.map(value => (ts.isSpreadElement(value) ? evaluate(run, value.expression).item ?? NOTHING : evaluate(run, value)));
        assign(run, list, listOf([evaluate(run, list).item ?? NOTHING, ...values].reduce(join)));
    }
}

function assign(run: Run, target: ts.Expression, value: Shape): void {
    const symbol = run.at(target).symbol(skipParentheses(target));
    if (symbol !== undefined) {
        run.names?.set(symbol, value);
    }
}

function runSwitch(run: Run, node: ts.SwitchStatement): void {
    evaluate(run, node.expression);
    const outer = run.leaving;
    const left: Names[] = [];
    run.leaving = {...outer, nearest: left};
    const clauses = node.caseBlock.clauses.map(clause => () => runStatements(run, clause.statements));
    // Where no case fits, none is run; which says nothing new where there is a default.
    run.either(...clauses, () => undefined);
    run.leaving = outer;
    run.names = joined([run.names, ...left]);
}

function runLoop(run: Run, node: ts.ForOfStatement): void {
    const source = skipParentheses(node.expression);
    const entries = ts.isCallExpression(source) && ts.isPropertyAccessExpression(source.expression) && source.expression.name.text === 'entries'
        ? source.expression.expression
        : null;
    const item = evaluate(run, entries ?? source).item ?? NOTHING;
    const declaration = (node.initializer as ts.VariableDeclarationList).declarations[0];
    const changed = [...changedIn(run, node.statement)].filter(symbol => run.names?.has(symbol));
    const outer = run.names ?? new Map<ts.Symbol, Shape>();
    const asShape = (names: Names): Shape => recordOf(new Map(changed.map((symbol, index) => [String(index), names.get(symbol) ?? NOTHING])));
    const withShape = (shape: Shape): Names => new Map([...outer, ...changed.map((symbol, index) => [symbol, shape.fields?.get(String(index)) ?? NOTHING] as const)]);
    const {leaving} = run;
    const after = turns(run, asShape(outer), before => {
        const left: Names[] = [];
        run.leaving = {loop: left, nearest: left};
        run.names = withShape(before);
        bindLoop(run, declaration, item, entries !== null);
        runStatement(run, node.statement);
        return asShape(joined([run.names, ...left]) ?? withShape(before));
    });
    run.leaving = leaving;
    run.names = withShape(after);
}

/** `item`, or `[index, item]` of the entries of a list. */
function bindLoop(run: Run, declaration: ts.VariableDeclaration | undefined, item: Shape, isEntry: boolean): void {
    const name = declaration?.name;
    if (name === undefined) {
        return;
    }
    const [index, value] = isEntry && ts.isArrayBindingPattern(name) ? name.elements : [];
    if (index !== undefined && value !== undefined && ts.isBindingElement(index) && ts.isBindingElement(value)) {
        bindName(run, index.name, numberOf({low: 0, high: MOST_ITEMS - 1}));
        bindName(run, value.name, item);
    } else {
        bindName(run, name, item);
    }
}

/** The variables that get new values in a loop, and the lists that grow in it. */
function changedIn(run: Run, root: ts.Node): ReadonlySet<ts.Symbol> {
    const found = new Set<ts.Symbol>();
    const visit = (node: ts.Node): void => {
        const target = changedBy(node);
        const symbol = target === null ? undefined : run.at(node).symbol(skipParentheses(target));
        if (symbol !== undefined) {
            found.add(symbol);
        }
        node.forEachChild(visit);
    };
    visit(root);
    return found;
}

function changedBy(node: ts.Node): ts.Expression | null {
    if (ts.isBinaryExpression(node)) {
        const {kind} = node.operatorToken;
        return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment ? node.left : null;
    }
    if (ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node)) {
        return node.operand;
    }
    const isPush = ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'push';
    return isPush ? node.expression.expression : null;
}
