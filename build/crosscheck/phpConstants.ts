import type {Php, PhpFile} from './phpFile.ts';

/** Class constants of the plugin by `class::NAME`, as the expressions they are. */
export type PhpConstants = ReadonlyMap<string, Php>;

export function phpConstants(files: readonly PhpFile[]): PhpConstants {
    const found = new Map<string, Php>();
    for (const file of files) {
        for (const {node, above} of file.nodes) {
            if (node.kind === 'constant' && node['value'] !== null) {
                found.set(`${classAround(file, above as readonly Php[])}::${nameOf(node['name'])}`, node['value'] as Php);
            }
        }
    }
    return found;
}

/** Full name of the class in which a node stands; empty outside of one. */
export function classAround(file: PhpFile, above: readonly Php[]): string {
    const holder = above.findLast(node => ['class', 'interface', 'trait', 'enum'].includes(node.kind));
    const name = holder === undefined ? '' : nameOf(holder['name']);
    return file.names.namespace === '' ? name : `${file.names.namespace}\\${name}`;
}

export function nameOf(name: unknown): string {
    if (typeof name === 'string') {
        return name;
    }
    return typeof name === 'object' && name !== null && 'name' in name ? nameOf(name.name) : '';
}
