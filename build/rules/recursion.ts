import ts from '../typescript.js';
import type {ModuleContext} from './moduleContext.ts';

/** Which rule calls which, over all modules. */
export type CallGraph = Map<ts.Declaration, Set<ts.Declaration>>;

/** Notes what one function calls or hands on. */
export function addCalls(context: ModuleContext, graph: CallGraph, root: ts.FunctionDeclaration): void {
    const called = new Set<ts.Declaration>();
    const visit = (node: ts.Node): void => {
        const declaration = ts.isIdentifier(node) && node !== root.name ? context.symbol(node)?.valueDeclaration : undefined;
        if (declaration !== undefined && ts.isFunctionDeclaration(declaration)) {
            called.add(declaration);
        }
        node.forEachChild(visit);
    };
    visit(root);
    graph.set(root, called);
}

/** Whether a function comes back to itself. */
export function isRecursive(graph: CallGraph, root: ts.Declaration): boolean {
    const seen = new Set<ts.Declaration>();
    const open = [...(graph.get(root) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
        if (next === root) {
            return true;
        }
        if (!seen.has(next)) {
            seen.add(next);
            open.push(...(graph.get(next) ?? []));
        }
    }
    return false;
}
