import type {Node} from 'php-parser';

/** What stands above a node, the nearest last. */
export type Ancestors = readonly Node[];

/** Visits every node of a PHP syntax tree, parents first, in the order of the source. */
export function walkPhp(node: Node, visit: (node: Node, ancestors: Ancestors) => void, ancestors: Ancestors = []): void {
    visit(node, ancestors);
    const below = [...ancestors, node];
    for (const [key, value] of Object.entries(node)) {
        if (key !== 'loc' && key !== 'leadingComments' && key !== 'trailingComments' && key !== 'comments') {
            nodesIn(value).forEach(child => walkPhp(child, visit, below));
        }
    }
}

function nodesIn(value: unknown): readonly Node[] {
    if (Array.isArray(value)) {
        return value.flatMap(nodesIn);
    }
    return isNode(value) ? [value] : [];
}

function isNode(value: unknown): value is Node {
    return typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';
}
