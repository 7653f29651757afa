import {phpLiteral, type PhpValue} from '../php/literal.ts';
import {phpTree} from '../php/parse.ts';
import {walkPhp} from '../php/walk.ts';

type Constant = {readonly name: string | {readonly name: string}; readonly value: {readonly loc: {readonly start: {readonly offset: number}; readonly end: {readonly offset: number}}}};

/** A PHP file in which constants of its class have the values that a plugin gives them. A name that is no constant there is a mistake in the part. */
export function givenConstants(text: string, given: {readonly [constant: string]: PhpValue}): string {
    if (Object.keys(given).length === 0) {
        return text;
    }
    const found: {readonly name: string; readonly start: number; readonly end: number}[] = [];
    walkPhp(phpTree(text, 'part'), node => {
        if (node.kind === 'constant') {
            const {name, value} = node as unknown as Constant;
            found.push({name: typeof name === 'string' ? name : name.name, start: value.loc.start.offset, end: value.loc.end.offset});
        }
    });
    const unknown = Object.keys(given).filter(name => !found.some(constant => constant.name === name));
    if (unknown.length > 0) {
        throw new Error(`The part has no constant ${unknown.join(', ')}.`);
    }
    return found.filter(({name}) => Object.hasOwn(given, name)).toSorted((a, b) => b.start - a.start)
        .reduce((done, {name, start, end}) => done.slice(0, start) + phpLiteral(given[name] ?? null, 1) + done.slice(end), text);
}
