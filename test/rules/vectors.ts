/**
 * Examples of one rules module, as data that both languages run: plugins/<component>/vectors/<module>.ts exports
 *
 *     export const vectors: Vectors<typeof import('../rules/endSignals.ts')> = {
 *         dueEndSignal: [{why: 'an access without end never ends', given: [null, 0, ['lastcall']], gives: null}],
 *     };
 *
 * The type asks for every exported rule, with arguments and answers that fit.
 */
export type Vectors<Module> = {
    readonly [Name in keyof Module as Module[Name] extends Rule ? Name : never]: Module[Name] extends (...given: infer Given) => infer Gives
        ? readonly [Vector<Given, Gives>, ...Vector<Given, Gives>[]]
        : never;
};

type Rule = (...given: never[]) => unknown;

export type Vector<Given extends readonly unknown[], Gives> = {
    /** What the example shows, as a sentence. */
    readonly why: string;
    readonly given: Readonly<Given>;
    readonly gives: Gives;
};
