/** Strings by component, then by key. */
export type Strings = Readonly<Record<string, Readonly<Record<string, string>>>>;
type Param = string | number | Readonly<Record<string, string | number>> | undefined;
type Request = {readonly key: string; readonly component?: string; readonly param?: Param};

/** A string as get_string makes it; one that is missing is a mistake of the code under test. */
export function stringOf(strings: Strings, key: string, component = 'core', param?: Param): string {
    const text = strings[component]?.[key];
    if (text === undefined) {
        throw new Error(`No string '${key}' in ${component}.`);
    }
    const values = typeof param === 'object' ? param : {};
    const whole = typeof param === 'object' ? '' : String(param ?? '');
    return text
        .replace(/\{\$a->(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
        .replaceAll('{$a}', whole);
}

export function fakeStr(strings: Strings): object {
    const getString = async (key: string, component?: string, param?: Param): Promise<string> => stringOf(strings, key, component, param);
    return {
        getString,
        getStrings: (requests: readonly Request[]) => Promise.all(requests.map(({key, component, param}) => getString(key, component, param))),
    };
}
