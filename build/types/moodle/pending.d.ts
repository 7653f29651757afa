declare module 'core/pending' {
    /** Work under way, which browser tests wait for. Resolve it on every way out. */
    export default class Pending extends Promise<void> {
        constructor(key: string);
        resolve(): void;
        reject(reason?: unknown): void;
    }
}

declare module 'core/utils' {
    type Call<A extends unknown[]> = (...args: A) => void;
    export function debounce<A extends unknown[]>(
        run: (...args: A) => unknown,
        wait: number,
        options?: {readonly pending?: boolean; readonly cancel?: boolean},
    ): Call<A>;
    export function throttle<A extends unknown[]>(run: (...args: A) => unknown, wait: number): Call<A>;
    export function getNormalisedComponent(component: string): string;
}

declare module 'core/event_dispatcher' {
    export function dispatchEvent<D>(
        name: string,
        detail?: D,
        container?: EventTarget,
        options?: {readonly bubbles?: boolean; readonly cancelable?: boolean; readonly composed?: boolean},
    ): CustomEvent<D>;
}

declare module 'core/key_codes' {
    const KeyCodes: {
        readonly tab: number;
        readonly enter: number;
        readonly escape: number;
        readonly space: number;
        readonly end: number;
        readonly home: number;
        readonly arrowLeft: number;
        readonly arrowUp: number;
        readonly arrowRight: number;
        readonly arrowDown: number;
        readonly pageUp: number;
        readonly pageDown: number;
    };
    export default KeyCodes;
}

declare module 'core/config' {
    /** What the page's M.cfg says; it comes from the server, not from the module. */
    const Config: {
        readonly wwwroot: string;
        readonly sesskey: string;
        readonly theme: string;
        readonly language: string;
        readonly contextid: number;
        readonly contextInstanceId: number;
        readonly courseId: number;
        readonly userId: number;
        readonly developerdebug?: boolean;
    };
    export default Config;
}

declare module 'core/stored_progress' {
    /** Polls every stored progress bar on the page. */
    export function init(timeout: number): void;
}
