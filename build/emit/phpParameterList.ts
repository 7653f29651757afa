import type {Function as PhpFunction} from 'php-parser';
import {phpTree} from '../php/parse.ts';

/** A parameter that is written in PHP: how a docblock names it, and how it is handed on. */
export type Parameter = {readonly name: string; readonly type: string; readonly passed: string};

const OPENING = '<?php function f(';

/** Reads a PHP parameter list such as `\navigation_node $node, ?int $depth = null`. Throws what the parser throws. */
export function phpParameterList(source: string): readonly Parameter[] {
    const text = `${OPENING}${source}) {}`;
    const declared = phpTree(text, 'parameters').children[0] as PhpFunction;
    return declared.arguments.map(parameter => {
        const name = typeof parameter.name === 'string' ? parameter.name : parameter.name.name;
        return {name, type: typeBefore(text, name), passed: `${parameter.variadic ? '...' : ''}$${name}`};
    });
}

/** The type as it is written, since the tree splits it into parts. */
function typeBefore(text: string, name: string): string {
    const found = new RegExp(`[(,]\\s*([^,(]*?)\\s*&?(?:\\.\\.\\.)?\\$${name}\\b`).exec(text);
    const type = found?.[1] ?? '';
    return type === '' ? 'mixed' : type.replace(/^\?(.+)$/, '$1|null');
}
