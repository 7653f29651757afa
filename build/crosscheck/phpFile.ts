import type {Node, Program} from 'php-parser';
import type {Place} from '../diagnostics/diagnostic.ts';
import {phpTree} from '../php/parse.ts';
import {walkPhp, type Ancestors} from '../php/walk.ts';
import {phpNames, type PhpNames} from './phpNames.ts';

/** A node of which more is known than that it is one: the parser's own types are a union that says little. */
export type Php = Node & {readonly [property: string]: unknown};

/** A parsed PHP file, flat: each node with what stands above it. */
export type PhpFile = {
    readonly path: string;
    readonly nodes: readonly {readonly node: Php; readonly above: Ancestors}[];
    readonly names: PhpNames;
    place(node: Node): Place;
};

/** Null where the file does not parse: the parser's own check tells of that. */
export function phpFile(path: string, text: string, lines: boolean): PhpFile | null {
    const tree = parsed(path, text);
    if (tree === null) {
        return null;
    }
    const nodes: {node: Php; above: Ancestors}[] = [];
    walkPhp(tree, (node, above) => nodes.push({node: node as Php, above}));
    return {path, nodes, names: phpNames(tree), place: node => ({file: path, line: lines ? node.loc?.start.line ?? null : null})};
}

function parsed(path: string, text: string): Program | null {
    try {
        return phpTree(text, path);
    } catch {
        return null;
    }
}
