declare module 'core/ajax' {
    export type Request = {
        readonly methodname: string;
        readonly args: Readonly<Record<string, unknown>>;
    };

    /** One promise for each request, in their order; all travel in one HTTP request. */
    export function call(
        requests: readonly Request[],
        async?: boolean,
        loginrequired?: boolean,
        nosessionupdate?: boolean,
        timeout?: number,
    ): Promise<unknown>[];

    const Ajax: {readonly call: typeof call};
    export default Ajax;
}

declare module 'core/fragment' {
    import type {Thenable} from 'jquery';

    /** Resolves with HTML and the JavaScript that belongs to it, as jQuery does: two arguments, the second lost by await. */
    export function loadFragment(
        component: string,
        callback: string,
        contextid: number,
        params: Readonly<Record<string, unknown>>,
    ): Thenable<[html: string, js: string]>;

    const Fragment: {readonly loadFragment: typeof loadFragment};
    export default Fragment;
}
