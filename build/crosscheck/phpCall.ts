import {nameOf} from './phpConstants.ts';
import type {Php, PhpFile} from './phpFile.ts';

/** A call or a `new`, in one shape: `$DB->get_record(…)` is {on: 'DB', name: 'get_record'}. */
export type PhpCall = {
    readonly node: Php;
    readonly sort: 'function' | 'method' | 'static' | 'new';
    /** Variable or full class on which it is called; empty for functions. */
    readonly on: string;
    /** Empty where only the run tells it. */
    readonly name: string;
    readonly args: readonly Php[];
};

export function phpCall(node: Php, file: PhpFile): PhpCall | null {
    if (node.kind === 'new') {
        const what = node['what'] as Php;
        return what.kind === 'name' ? {node, sort: 'new', on: '', name: file.names.resolve(what as never), args: argumentsOf(node)} : null;
    }
    if (node.kind !== 'call') {
        return null;
    }
    const what = node['what'] as Php;
    const args = argumentsOf(node);
    if (what.kind === 'name') {
        return {node, sort: 'function', on: '', name: nameOf(what).replace(/^.*\\/, ''), args};
    }
    if (what.kind === 'propertylookup' || what.kind === 'nullsafepropertylookup') {
        return {node, sort: 'method', on: lastName(what['what'] as Php), name: calledName(what), args};
    }
    if (what.kind === 'staticlookup') {
        const holder = what['what'] as Php;
        return {node, sort: 'static', on: holder.kind === 'name' ? file.names.resolve(holder as never) : nameOf(holder), name: calledName(what), args};
    }
    return null;
}

function argumentsOf(node: Php): readonly Php[] {
    return ((node['arguments'] ?? []) as readonly Php[]).map(argument => (argument.kind === 'namedargument' ? argument['value'] as Php : argument));
}

/** Empty where it is known only at run time: `config::$delay()`. */
function calledName(lookup: Php): string {
    const offset = lookup['offset'] as Php;
    return offset.kind === 'variable' ? '' : nameOf(offset);
}

/** `$DB` and `$this->db` are both called by their last name. */
function lastName(node: Php): string {
    return node.kind === 'propertylookup' ? nameOf(node['offset']) : nameOf(node['name']);
}
