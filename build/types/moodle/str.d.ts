declare module 'core/str' {
    export type StringParam = string | number | Readonly<Record<string, string | number>>;
    export type StringRequest = {
        readonly key: string;
        readonly component?: string;
        readonly param?: StringParam;
        readonly lang?: string;
    };

    export function getString(key: string, component?: string, param?: StringParam, lang?: string): Promise<string>;
    export function getStrings(requests: readonly StringRequest[]): Promise<string[]>;
}

declare module 'core/prefetch' {
    const Prefetch: {
        prefetchString(component: string, key: string): void;
        prefetchStrings(component: string, keys: readonly string[]): void;
        prefetchTemplate(template: string): void;
        prefetchTemplates(templates: readonly string[]): void;
    };
    export default Prefetch;
}

declare module 'core/user_date' {
    export type DateRequest = {readonly timestamp: number; readonly format: string; readonly type?: string};

    /** Seconds since 1970 as dates in the user's language and timezone. */
    export function get(dates: readonly DateRequest[]): Promise<string[]>;
    export function getUserMidnightForTimestamp(timestamp: number, todayMidnight: number): number;
}
