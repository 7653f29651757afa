import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {classPath, unknownClass, unknownMethod} from '../diagnostics/crosscheck.ts';
import type {Model} from '../manifest/model.ts';
import {nearest} from '../manifest/nearest.ts';
import type {PhpClass} from './classTable.ts';
import {isClass} from './classTable.ts';
import {nameOf} from './phpConstants.ts';
import {phpCall} from './phpCall.ts';
import type {Php, PhpFile} from './phpFile.ts';

/** Classes of the plugin: those whose methods are known, and the names of others, which are made from rules or cannot be read. */
export type Classes = {readonly known: ReadonlyMap<string, PhpClass>; readonly others: ReadonlySet<string>};

/** Finds classes that Moodle would not find, and classes and static methods that are not there. */
export function classCheck(files: readonly PhpFile[], classes: Classes, model: Model): readonly Diagnostic[] {
    return files.flatMap(file => [...pathProblems(file, model), ...nameProblems(file, classes, model), ...methodProblems(file, classes)]);
}

/** php/classes/a/b.php holds \<component>\a\b, and nothing else is loaded by itself. */
function pathProblems(file: PhpFile, model: Model): readonly Diagnostic[] {
    const below = /(?:^|\/)php\/classes\/(.+)\.php$/.exec(file.path)?.[1];
    const declared = file.nodes.filter(({node}) => isClass(node)).map(({node}) => node);
    const [first] = declared;
    if (below === undefined || first === undefined) {
        return [];
    }
    const wanted = `${model.component}\\${below.replaceAll('/', '\\')}`;
    const names = declared.map(node => `${file.names.namespace}\\${nameOf(node['name'])}`);
    return names.includes(wanted) ? [] : [classPath(file.place(first), names[0] ?? '', wanted)];
}

function nameProblems(file: PhpFile, classes: Classes, model: Model): readonly Diagnostic[] {
    return file.nodes.flatMap(({node, above}) => classNames(node, above as readonly Php[], file))
        .filter(({name}) => name.startsWith(`${model.component}\\`) && !isThere(name, classes))
        .map(({name, node}) => unknownClass(file.place(node), name, likelyClass(name, classes)));
}

/** The class whose own name is near, since all share the beginning. */
function likelyClass(name: string, classes: Classes): string | null {
    const all = new Map([...classes.known.keys(), ...classes.others].map(known => [lastPart(known), known]));
    return all.get(nearest(lastPart(name), all.keys()) ?? '') ?? null;
}

const lastPart = (name: string): string => name.slice(name.lastIndexOf('\\') + 1);

/** Where PHP wants a class: `new x`, `x::…`, `extends x`, types, imports, and texts that are one. */
function classNames(node: Php, above: readonly Php[], file: PhpFile): readonly {readonly name: string; readonly node: Php}[] {
    if (node.kind === 'useitem') {
        const group = above.at(-1);
        const prefix = nameOf(group?.['name']);
        return node['type'] === null || node['type'] === undefined ? [{name: [prefix, nameOf(node['name'])].filter(part => part !== '').join('\\').replace(/^\\/, ''), node}] : [];
    }
    if (node.kind === 'string') {
        const found = /^\\?([a-z0-9_]+(?:\\[a-z0-9_]+)+)(?:::\w+)?$/.exec(String(node['value']));
        return found === null ? [] : [{name: found[1] ?? '', node}];
    }
    return node.kind === 'name' && isClassName(node, above) ? [{name: file.names.resolve(node as never), node}] : [];
}

/** Where a name is that of a class; elsewhere it is a function or a constant such as PHP_EOL. */
const CLASS_PLACES: Readonly<Record<string, readonly string[]>> = {
    new: ['what'], staticlookup: ['what'], class: ['extends', 'implements'], interface: ['extends'], enum: ['implements'], parameter: ['type'],
    method: ['type'], function: ['type'], closure: ['type'], arrowfunc: ['type'], propertystatement: ['type'], property: ['type'], catch: ['what'],
    uniontype: ['types'], intersectiontype: ['types'], traituse: ['traits'],
};

function isClassName(node: Php, above: readonly Php[]): boolean {
    const parent = above.at(-1);
    if (parent?.kind === 'bin') {
        return parent['type'] === 'instanceof' && parent['right'] === node;
    }
    return (CLASS_PLACES[parent?.kind ?? ''] ?? []).some(property => {
        const held = parent?.[property];
        return held === node || (Array.isArray(held) && held.includes(node));
    });
}

const isThere = (name: string, classes: Classes): boolean => classes.known.has(name) || classes.others.has(name) || isNamespace(name, classes);

/** `use block_x\output;` names a part of the tree, which is no class. */
function isNamespace(name: string, classes: Classes): boolean {
    return [...classes.known.keys(), ...classes.others].some(known => known.startsWith(`${name}\\`));
}

function methodProblems(file: PhpFile, classes: Classes): readonly Diagnostic[] {
    return file.nodes.flatMap(({node}) => {
        const call = phpCall(node, file);
        const holder = call?.sort === 'static' ? classes.known.get(call.on) : undefined;
        if (call === null || holder === undefined || holder.inherits || call.name === '' || holder.methods.has(call.name.toLowerCase())) {
            return [];
        }
        return [unknownMethod(file.place(node), holder.name, call.name, nearest(call.name, [...holder.methods.values()].map(method => method.name)))];
    });
}
