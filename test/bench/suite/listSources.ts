import {existsSync, readdirSync} from 'node:fs';
import {join} from 'node:path';

type Source = {readonly component: string; readonly kind: string; readonly file: string};

/** One file of each kind that people edit, in the first plugin that has it. */
export function listSources(project: string): Source[] {
    const kinds: readonly [string, string, RegExp][] = [
        ['a rule', 'rules', /^(?!.*\.test\.ts$).*\.ts$/], ['a browser module', 'amd', /^(?!.*\.test\.ts$).*\.ts$/], ['the manifest', '', /^manifest\.ts$/],
    ];
    const plugins = readdirSync(join(project, 'plugins')).sort();
    return kinds.flatMap(([kind, folder, pattern]) => plugins.flatMap(component => {
        const dir = join(project, 'plugins', component, folder);
        const name = existsSync(dir) ? readdirSync(dir).sort().find(one => pattern.test(one)) : undefined;
        return name === undefined ? [] : [{component, kind, file: join(dir, name)}];
    }).slice(0, 1));
}
