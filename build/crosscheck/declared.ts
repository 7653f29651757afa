import {isLockable} from '../emit/settingValues.ts';
import {snakeCase} from '../snakeCase.ts';
import type {Model} from '../manifest/model.ts';
import {tableName} from '../manifest/tableName.ts';

/** The names that a plugin has, as its sources must spell them. */
export type Declared = {
    readonly component: string;
    readonly strings: ReadonlySet<string>;
    readonly capabilities: ReadonlySet<string>;
    readonly settings: ReadonlySet<string>;
    readonly templates: ReadonlySet<string>;
    readonly modules: ReadonlySet<string>;
    readonly services: ReadonlySet<string>;
    readonly messages: ReadonlySet<string>;
    readonly caches: ReadonlySet<string>;
    readonly adminpages: ReadonlySet<string>;
    readonly webservices: ReadonlySet<string>;
    /** Full name of a table → its columns. */
    readonly tables: ReadonlyMap<string, ReadonlySet<string>>;
};

export function declaredBy(model: Model, paths: readonly string[]): Declared {
    const {spec, component} = model;
    return {
        component,
        strings: new Set(Object.keys(spec.lang.en)),
        capabilities: new Set(Object.keys(spec.capabilities ?? {}).map(name => `${model.area}:${name}`)),
        // Core keeps beside a setting that may be locked whether it is.
        settings: new Set(['version', ...Object.entries(spec.settings ?? {}).flatMap(([name, setting]) => (isLockable(setting) ? [name, `${name}_locked`] : [name]))]),
        templates: new Set(paths.flatMap(path => capture(path, /^templates\/(.+)\.mustache$/, name => `${component}/${name}`))),
        modules: new Set(['local/client', ...paths.flatMap(moduleOf)].map(name => `${component}/${name}`)),
        services: new Set(Object.keys(spec.services ?? {}).map(name => `${component}_${name}`)),
        messages: new Set(Object.keys(spec.messages ?? {})),
        caches: new Set(Object.keys(spec.caches ?? {})),
        // The page of the plugin's settings has the plugin's own name, or that of its kind.
        adminpages: new Set([component, `${model.type}setting${model.name}`, ...Object.keys(spec.adminpages ?? {}).map(name => `${component}_${name}`)]),
        webservices: new Set(Object.keys(spec.webservices ?? {})),
        tables: new Map(Object.entries(spec.tables ?? {}).map(([name, table]) => [tableName(model, name), new Set(Object.keys(table.fields))])),
    };
}

function moduleOf(path: string): readonly string[] {
    return [...capture(path, /^amd\/(.+)\.[jt]s$/, name => name), ...capture(path, /^rules\/(.+)\.ts$/, name => `local/rules/${snakeCase(name)}`)];
}

function capture(path: string, expression: RegExp, name: (found: string) => string): readonly string[] {
    const found = expression.exec(path)?.[1];
    return found === undefined ? [] : [name(found)];
}
