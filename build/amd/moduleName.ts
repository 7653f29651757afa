import {posix} from 'node:path';
import {snakeCase} from '../snakeCase.ts';

/**
 * Where a source of a plugin ends up below amd/src, without an ending: `amd/forecast_chart.ts` is forecast_chart,
 * `rules/endSignals.ts` is local/rules/end_signals. Null for what never reaches the browser.
 */
export function modulePath(source: string): string | null {
    if (source === 'client.ts') {
        return 'local/client';
    }
    const [, folder, rest] = /^(amd\/src|amd|rules)\/(.+)\.[jt]s$/.exec(source) ?? [];
    if (folder === undefined || rest === undefined) {
        return null;
    }
    return folder === 'rules' ? `local/rules/${snakeCase(rest)}` : rest;
}

/** Where a module of a part stands, seen from a plugin: it comes with the plugin, at the same place below its folder. */
const OF_PART = /^(?:\.\.\/)+build\/parts\/\w+\/((?:amd|rules)\/.+)$/;

/** The plugin-relative path that a relative import means, or null where it leaves the plugin. */
export function importedPath(from: string, specifier: string): string | null {
    const path = posix.join(posix.dirname(from), specifier);
    return path.startsWith('..') ? OF_PART.exec(path)?.[1] ?? null : path;
}
