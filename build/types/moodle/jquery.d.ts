declare module 'jquery' {
    /** A jQuery promise: its handlers may get several values, await gets the first. */
    export type Thenable<A extends unknown[]> = Promise<A[0]> & {
        then<R>(done: (...values: A) => R): Promise<Awaited<R>>;
    };

    export type Selected = {
        readonly length: number;
        readonly [index: number]: HTMLElement;
        get(index: number): HTMLElement | undefined;
        find(selector: string): Selected;
        on(events: string, listener: (event: Event) => void): Selected;
        off(events: string, listener?: (event: Event) => void): Selected;
        trigger(event: string): Selected;
    };

    const $: (target: string | Element | Document) => Selected;
    export default $;
}
