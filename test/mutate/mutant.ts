/** A change of one file that a test should notice. */
export type Mutant = {
    /** Path below the plugin's folder in dist, or of a rule below the plugin's sources. */
    readonly file: string;
    readonly line: number;
    readonly kind: string;
    /** Whether it opens what is closed, or tells or keeps what it should not. */
    readonly isSecurity: boolean;
    readonly was: string;
    readonly becomes: string;
    /** The whole file with the change. */
    readonly text: string;
};

/** A replacement in a text, and what kind of mistake it is. */
export type Change = {readonly from: number; readonly to: number; readonly by: string; readonly kind: string; readonly isSecurity?: boolean};

export function mutantOf(file: string, text: string, {from, to, by, kind, isSecurity = false}: Change): Mutant {
    const short = (part: string): string => part.replace(/\s+/g, ' ').trim().slice(0, 70);
    return {
        file, kind, isSecurity,
        line: text.slice(0, from).split('\n').length,
        was: short(text.slice(from, to)),
        becomes: short(by),
        text: text.slice(0, from) + by + text.slice(to),
    };
}

/** Some of many, the same for the same seed. */
export function sampleOf<T>(all: readonly T[], count: number, seed: number): readonly T[] {
    const left = [...all];
    let state = seed >>> 0;
    const next = (): number => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return state / 2 ** 32;
    };
    const taken: T[] = [];
    while (taken.length < count && left.length > 0) {
        taken.push(...left.splice(Math.floor(next() * left.length), 1));
    }
    return taken;
}
