import {same, type Kind, type RecordKind} from './kinds.ts';
import type {Random} from './random.ts';

const TAKEN: Kind = {kind: 'record', name: 'Taken', fields: []};

export type Name = {readonly text: string; readonly kind: Kind; readonly changes?: boolean; readonly inLoop?: boolean};

export type Helper = {readonly name: string; readonly takes: readonly Kind[]; readonly gives: Kind};

/** The names that an expression may use. Blocks beside each other use the same names again. */
export class Scope {
    readonly random: Random;
    readonly records: readonly RecordKind[];
    readonly helpers: readonly Helper[];
    readonly names: readonly Name[];
    /** Inside an arrow function nothing can be put before. */
    readonly inArrow: boolean;
    readonly inLoop: boolean;
    /** How many blocks this is inside of. */
    readonly depth: number;

    constructor(of: {random: Random; records: readonly RecordKind[]; helpers: readonly Helper[]; names: readonly Name[]; inArrow?: boolean; inLoop?: boolean; depth?: number}) {
        this.random = of.random;
        this.records = of.records;
        this.helpers = of.helpers;
        this.names = of.names;
        this.inArrow = of.inArrow ?? false;
        this.inLoop = of.inLoop ?? false;
        this.depth = of.depth ?? 0;
    }

    with(names: readonly Name[], more: {inArrow?: boolean; inLoop?: boolean; depth?: number} = {}): Scope {
        const inLoop = more.inLoop ?? this.inLoop;
        return new Scope({...this, ...more, names: [...this.names, ...names.map(name => ({...name, inLoop}))]});
    }

    /** A block inside this one. */
    inner(names: readonly Name[] = [], more: {inLoop?: boolean} = {}): Scope {
        return this.with(names, {...more, depth: this.depth + 1});
    }

    /** Only names that no turn of a loop changes: what is made of them cannot double with each turn. */
    steady(): Scope {
        const names = this.names.map(name => (name.changes === true || name.inLoop === true ? {...name, kind: TAKEN} : name));
        return this.inLoop ? new Scope({...this, names}) : this;
    }

    /** The same with a name that is taken and cannot be used yet. */
    reserving(text: string): Scope {
        return this.with([{text, kind: TAKEN}]);
    }

    /** A name that is not taken here; blocks have letters of their own, so that none hides a name that comes later further out. */
    fresh(more = 0, letter = 'vwxyzut'[this.depth] ?? 's'): string {
        const taken = this.names.map(({text}) => (text.startsWith(letter) ? Number(text.slice(1)) : -1)).filter(Number.isInteger);
        return `${letter}${Math.max(-1, ...taken) + 1 + more}`;
    }

    of(kind: Kind): readonly Name[] {
        return this.names.filter(name => same(name.kind, kind));
    }

    lists(): readonly (Name & {readonly kind: Extract<Kind, {kind: 'list'}>})[] {
        return this.names.filter(name => name.kind.kind === 'list') as never;
    }
}
