import {readFileSync, readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';

/** The text of every file of a plugin by its path below the plugin's folder; pictures are listed with no text. */
export function pluginFiles(folder: string): ReadonlyMap<string, string> {
    const paths = readdirSync(folder, {recursive: true, encoding: 'utf8'}).sort();
    const files = paths.filter(path => statSync(join(folder, path)).isFile());
    return new Map(files.map(path => [path, isText(path) ? readFileSync(join(folder, path), 'utf8') : '']));
}

function isText(path: string): boolean {
    return !/\.(png|gif|jpe?g|ico|woff2?|mbz|zip)$/.test(path);
}

/** The files whose path ends so, as [path, text]. */
export function ending(files: ReadonlyMap<string, string>, end: string): [string, string][] {
    return [...files].filter(([path]) => path.endsWith(end));
}
