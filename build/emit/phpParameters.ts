import type {Kind, RecordOf} from '../manifest/kinds.ts';
import {docText} from '../php/header.ts';
import {phpLiteral} from '../php/literal.ts';
import {bare, phpTypeOf} from './externalKinds.ts';

/** A parameter as a docblock tells of it. */
export type ParamDoc = {readonly name: string; readonly docType: string; readonly doc: string};

/** PHP wants what may be left out at the end of a parameter list; named arguments make the order a matter of taste. */
export function requiredFirst(params: RecordOf): RecordOf {
    const all = Object.entries(params);
    return Object.fromEntries([...all.filter(([, kind]) => !bare(kind).optional), ...all.filter(([, kind]) => bare(kind).optional)]);
}

export function paramDocs(params: RecordOf): readonly ParamDoc[] {
    return Object.entries(params).map(([name, kind]) => {
        const {kind: of, nullable} = bare(kind);
        const doc = 'doc' in of && of.doc !== undefined ? of.doc : '';
        return {name, docType: `${phpTypeOf(of)}${nullable ? '|null' : ''}`, doc: docText(doc, 1, 80)};
    });
}

/** The parameter list of a method. */
export function signature(params: RecordOf): string {
    return Object.entries(params).map(([name, kind]) => signatureOf(name, kind)).join(', ');
}

function signatureOf(name: string, kind: Kind): string {
    const {optional, default: value} = bare(kind);
    return `${phpTypeOf(kind)} $${name}${optional ? ` = ${phpLiteral(value)}` : ''}`;
}
