import type ts from 'typescript';
import type {ModuleContext} from '../moduleContext.ts';
import {common, EXACT, isWithin, type Range} from './bounds.ts';
import {join, type Shape} from './shape.ts';

export type Names = Map<ts.Symbol, Shape>;

/** What is known while rules are run with ranges in place of numbers. */
export class Run {
    /** What each name holds; null where no turn of the program comes by. */
    names: Names | null = new Map();
    /** What the function in hand has returned so far. */
    returned: Shape | null = null;
    /** Where `continue`, and `break` out of a loop or switch, lead to: what the names hold there. */
    leaving: {readonly loop: Names[]; readonly nearest: Names[]} = {loop: [], nearest: []};
    /** Answers of functions by what they were asked, and constants. */
    readonly answers = new Map<string, Shape>();
    readonly constants = new Map<ts.Node, Shape>();
    private readonly contexts: ReadonlyMap<ts.SourceFile, ModuleContext>;
    private trials = 0;

    constructor(contexts: readonly ModuleContext[]) {
        this.contexts = new Map(contexts.map(context => [context.source, context]));
    }

    /** The module that a piece of source belongs to. */
    at(node: ts.Node): ModuleContext {
        const context = this.contexts.get(node.getSourceFile());
        if (context === undefined) {
            throw new Error(`${node.getSourceFile().fileName} is no rule.`);
        }
        return context;
    }

    get isTrial(): boolean {
        return this.trials > 0;
    }

    /** Runs what is no more than a guess: problems of it are none. */
    trial<T>(work: () => T): T {
        this.trials += 1;
        try {
            return work();
        } finally {
            this.trials -= 1;
        }
    }

    /** The range of a result, as far as it is exact; where it may be beyond, that is a problem. */
    exact(node: ts.Node, range: Range): Range {
        if (isWithin(range, EXACT)) {
            return range;
        }
        if (!this.isTrial) {
            this.at(node).refuseSyntax(node, 'beyond-exact');
        }
        return common(EXACT, range);
    }

    /** Runs one way after the other from the same names; afterwards each of both may have been taken. */
    either(...ways: readonly (() => void)[]): void {
        const {names} = this;
        const ends = ways.map(way => {
            this.names = names === null ? null : new Map(names);
            way();
            return this.names;
        });
        this.names = joined(ends);
    }
}

/** What names hold where several ways come together. */
export function joined(ends: readonly (Names | null)[]): Names | null {
    const [first, ...others] = ends.filter(end => end !== null);
    if (first === undefined) {
        return null;
    }
    const all = new Map(first);
    for (const other of others) {
        for (const [symbol, shape] of other) {
            const known = all.get(symbol);
            all.set(symbol, known === undefined ? shape : join(known, shape));
        }
    }
    return all;
}
