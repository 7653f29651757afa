import type {Node} from 'php-parser';
import {phpTree} from './parse.ts';
import {walkPhp} from './walk.ts';

/** A replacement of the text from `from` to `to`. */
type Edit = {readonly from: number; readonly to: number; readonly text: string};

/** What Moodle's coding style wants and the formatter does not know, found by syntax tree. */
export function fixUps(text: string, file: string): string {
    const edits: Edit[] = [];
    walkPhp(phpTree(text, file), node => edits.push(...editsOf(node, text)));
    return attributesFirst(edits.sort((one, other) => other.from - one.from)
        .reduce((done, edit) => done.slice(0, edit.from) + edit.text + done.slice(edit.to), text));
}

/** moodle-cs for Moodle 4.5 finds the docblock of a class only next to it: attributes stand before both. */
const attributesFirst = (text: string): string =>
    text.replace(/^(\/\*\*\n(?: \*.*\n)*? \*\/\n)((?:#\[.*\]\n)+)(?=(?:final |abstract )?class )/m, '$2$1');

function editsOf(node: Node, text: string): readonly Edit[] {
    if (node.kind === 'if') {
        return elseIf(node, text);
    }
    if (node.kind === 'method' || node.kind === 'class') {
        return emptyBody(node, text);
    }
    return node.kind === 'include' ? bracketed(node, text) : [];
}

/** A constructor that only takes its properties, an exception that is nothing but its name: the closing brace has a line of its own. */
function emptyBody(node: Node, text: string): readonly Edit[] {
    const to = node.loc?.end.offset ?? 0;
    const from = to - ' {}'.length;
    const line = text.slice(text.lastIndexOf('\n', from) + 1, from);
    return text.slice(from, to) === ' {}' ? [{from, to, text: ` {\n${/^\s*/.exec(line)?.[0]}}`}] : [];
}

function elseIf(node: Node, text: string): readonly Edit[] {
    const from = node.loc?.start.offset ?? 0;
    return text.startsWith('elseif', from) ? [{from, to: from + 'elseif'.length, text: 'else if'}] : [];
}

function bracketed(node: Node, text: string): readonly Edit[] {
    const from = node.loc?.start.offset ?? 0;
    const to = node.loc?.end.offset ?? 0;
    const found = /^((?:require|include)(?:_once)?)\s+([^]*?)(;?)$/.exec(text.slice(from, to));
    return found === null ? [] : [{from, to, text: `${found[1]}(${found[2]})${found[3]}`}];
}
