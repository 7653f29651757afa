import type {Node, Program} from 'php-parser';
import {walkPhp} from '../php/walk.ts';

type Named = Node & {readonly name: string; readonly resolution?: string};

/** How the names of one PHP file resolve. */
export type PhpNames = {
    readonly namespace: string;
    /** Full name of a class as it is written here, without the leading backslash. */
    resolve(name: Named): string;
};

export function phpNames(tree: Program): PhpNames {
    const imports = new Map<string, string>();
    let namespace = '';
    walkPhp(tree, node => {
        if (node.kind === 'namespace') {
            namespace = textOfName((node as unknown as {readonly name: unknown}).name);
        }
        if (node.kind === 'usegroup') {
            readImports(node, imports);
        }
    });
    return {namespace, resolve: name => resolve(name, namespace, imports)};
}

function readImports(node: Node, imports: Map<string, string>): void {
    const group = node as unknown as {readonly name: unknown; readonly items: readonly {readonly name: string; readonly alias: {readonly name: string} | null}[]};
    const prefix = group.name === null ? '' : `${textOfName(group.name)}\\`;
    for (const item of group.items) {
        const full = `${prefix}${item.name}`.replace(/^\\/, '');
        imports.set((item.alias?.name ?? full.slice(full.lastIndexOf('\\') + 1)).toLowerCase(), full);
    }
}

function resolve(node: Named, namespace: string, imports: ReadonlyMap<string, string>): string {
    const written = node.name;
    if (written.startsWith('\\')) {
        return written.slice(1);
    }
    const [first = '', ...rest] = written.replace(/^namespace\\/, '').split('\\');
    const imported = imports.get(first.toLowerCase());
    if (imported !== undefined) {
        return [imported, ...rest].join('\\');
    }
    return namespace === '' ? written : `${namespace}\\${written}`;
}

function textOfName(name: unknown): string {
    if (typeof name === 'string') {
        return name;
    }
    return typeof name === 'object' && name !== null && 'name' in name && typeof name.name === 'string' ? name.name : '';
}
