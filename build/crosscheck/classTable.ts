import {nameOf} from './phpConstants.ts';
import type {Php, PhpFile} from './phpFile.ts';

export type PhpParameter = {
    readonly name: string;
    readonly required: boolean;
    readonly variadic: boolean;
    /** Full name of its type; null where there is none, or more than one. */
    readonly type: string | null;
};
export type PhpMethod = {readonly name: string; readonly isStatic: boolean; readonly isPublic: boolean; readonly parameters: readonly PhpParameter[]};
/** A class that the plugin has: by hand, generated, or made from a rule. */
export type PhpClass = {
    readonly name: string;
    readonly file: PhpFile;
    readonly node: Php;
    /** It may have methods that are not written in it. */
    readonly inherits: boolean;
    readonly methods: ReadonlyMap<string, PhpMethod>;
};

export function classesIn(files: readonly PhpFile[]): ReadonlyMap<string, PhpClass> {
    return new Map(files.flatMap(file => file.nodes.flatMap(({node}) => (isClass(node) ? [[fullName(node, file), classOf(node, file)] as const] : []))));
}

export const isClass = (node: Php): boolean =>
    ['class', 'interface', 'trait', 'enum'].includes(node.kind) && node['isAnonymous'] !== true && nameOf(node['name']) !== '';

function fullName(node: Php, file: PhpFile): string {
    return [file.names.namespace, nameOf(node['name'])].filter(part => part !== '').join('\\');
}

function classOf(node: Php, file: PhpFile): PhpClass {
    const body = (node['body'] ?? []) as readonly Php[];
    return {
        name: fullName(node, file),
        file,
        node,
        inherits: node.kind !== 'class' || node['extends'] !== null || body.some(member => member.kind === 'traituse'),
        methods: new Map(body.filter(member => member.kind === 'method').map(member => methodOf(member, file)).map(method => [method.name.toLowerCase(), method])),
    };
}

function methodOf(node: Php, file: PhpFile): PhpMethod {
    return {
        name: nameOf(node['name']),
        isStatic: node['isStatic'] === true,
        isPublic: node['visibility'] === 'public' || node['visibility'] === '',
        parameters: (node['arguments'] as readonly Php[]).map(argument => ({
            name: nameOf(argument['name']),
            required: argument['value'] === null && argument['variadic'] !== true,
            variadic: argument['variadic'] === true,
            type: typeName(argument['type'] as Php | null, file),
        })),
    };
}

const typeName = (type: Php | null, file: PhpFile): string | null => {
    if (type?.kind === 'typereference') {
        return nameOf(type['name']);
    }
    return type?.kind === 'name' ? file.names.resolve(type as never) : null;
};
