declare module 'jsdom' {
    type Options = {
        readonly url?: string;
        readonly runScripts?: 'outside-only' | 'dangerously';
        readonly pretendToBeVisual?: boolean;
    };

    export class JSDOM {
        constructor(html: string, options?: Options);
        readonly window: Window & typeof globalThis & {[name: string]: unknown};
    }
}
