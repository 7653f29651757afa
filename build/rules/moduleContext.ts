import {relative} from 'node:path';
import ts from '../typescript.js';
import type {Diagnostic, Place} from '../diagnostics/diagnostic.ts';
import * as say from '../diagnostics/rules.ts';
import type {Layout} from './layout.ts';
import {snakeCase} from '../snakeCase.ts';
import {constantName} from './phpNames.ts';
import {moduleName} from './ruleProgram.ts';
import {readType, UnfitType, type RuleType} from './ruleType.ts';

/** What is known while one module is translated: the checker, the problems so far, and what each name is called in PHP. */
export class ModuleContext {
    readonly checker: ts.TypeChecker;
    readonly source: ts.SourceFile;
    readonly problems: Diagnostic[] = [];
    /** Names that stand for an expression of PHP: a destructured parameter is `$step['signal']`. */
    readonly aliases = new Map<ts.Symbol, Layout>();
    /** Lines to write before the statement in hand; null where there is no room for any, as inside an arrow function. */
    before: Layout[] | null = null;
    /** How many `switch` are between the statement in hand and its loop: PHP's `continue` counts them. */
    switches = 0;
    /** What the records hold whose names the documentation uses. */
    readonly shapes = new Map<string, string>();
    /** The variables of the function in hand, so that a made-up name is none of them. */
    variables = new Set<string>();
    private readonly root: string;

    constructor(checker: ts.TypeChecker, source: ts.SourceFile, root: string) {
        this.checker = checker;
        this.source = source;
        this.root = root;
    }

    place(node: ts.Node): Place {
        const source = node.getSourceFile();
        return {
            file: relative(this.root, source.fileName),
            line: ts.isSourceFile(node) ? null : source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1,
        };
    }

    /** Notes a problem once and gives a text that is never written. */
    refuse(node: ts.Node, message: (place: Place) => Diagnostic): string {
        const problem = message(this.place(node));
        if (!this.problems.some(known => known.line === problem.line && known.message === problem.message)) {
            this.problems.push(problem);
        }
        return 'null';
    }

    /** Whether the work found a problem: then the place around it needs none of its own. */
    refusesInside(work: () => unknown): boolean {
        const known = this.problems.length;
        work();
        return this.problems.length > known;
    }

    refuseSyntax(node: ts.Node, reason: say.Reason): string {
        return this.refuse(node, place => say.notInSubset(place, shorten(node.getText()), reason));
    }

    type(node: ts.Node): ts.Type {
        return this.checker.getTypeAtLocation(node);
    }

    /** The type as data; a problem is noted at `node`, and `null` given, where a rule may not have it. */
    ruleType(node: ts.Node, type: ts.Type = this.type(node)): RuleType | null {
        try {
            return readType(this.checker, type);
        } catch (error) {
            if (!(error instanceof UnfitType)) {
                throw error;
            }
            this.refuse(node, place => say.unfitType(place, error.reason, error.detail));
            return null;
        }
    }

    /** A variable that the function in hand does not have yet. */
    freshVariable(wanted: string): string {
        for (let count = 1; ; count += 1) {
            const name = count === 1 ? wanted : `${wanted}${count}`;
            if (!this.variables.has(name)) {
                this.variables.add(name);
                return name;
            }
        }
    }

    /** The symbol that a name stands for, through imports. */
    symbol(name: ts.Node): ts.Symbol | undefined {
        const shorthand = ts.isShorthandPropertyAssignment(name.parent)
            ? this.checker.getShorthandAssignmentValueSymbol(name.parent)
            : undefined;
        const symbol = shorthand ?? this.checker.getSymbolAtLocation(name);
        return symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
    }

    /** `self::` or `other::`, for a function or constant of a module. */
    owner(declaration: ts.Declaration): string {
        const source = declaration.getSourceFile();
        return source === this.source ? 'self' : snakeCase(moduleName(source.fileName));
    }

    memberName(declaration: ts.FunctionDeclaration | ts.VariableDeclaration): string {
        const name = declaration.name?.getText() ?? '';
        return `${this.owner(declaration)}::${ts.isFunctionDeclaration(declaration) ? snakeCase(name) : constantName(name)}`;
    }
}

/** One line of a source text, short enough for a message. */
export function shorten(text: string): string {
    const line = text.replace(/\s+/g, ' ');
    return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}
