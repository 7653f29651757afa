import {explained, unknownFile} from '../diagnostics/cli.ts';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {nearest} from '../manifest/nearest.ts';
import type {BuiltPlugin} from './builtPlugin.ts';

/** Which source made which file, and by what. */
export function explain(plugins: readonly BuiltPlugin[], path: string | null): readonly string[] | Diagnostic {
    const all = plugins.flatMap(({model, files}) =>
        [...files].map(([name, {by, from}]) => ({path: `${model.component}/${name}`, by, from})));
    const wanted = path?.replace(/^(\.\/)?dist\//, '') ?? '';
    const chosen = path === null ? all : all.filter(file => file.path === wanted || file.path.endsWith(`/${wanted}`));
    if (chosen.length === 0 && path !== null) {
        return unknownFile(path, nearest(wanted, all.map(file => file.path)));
    }
    return chosen.toSorted((a, b) => (a.path < b.path ? -1 : 1)).map(file => explained(file.path, file.by, file.from));
}
