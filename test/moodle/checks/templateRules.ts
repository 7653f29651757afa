import type {Diagnostic} from '../../../build/diagnostics/diagnostic.ts';
import {sourceForbidden, templateUndocumented} from '../../../build/diagnostics/directory.ts';
import {ending} from './pluginFiles.ts';

/** Text that is not escaped, without a comment right before it. */
const UNEXPLAINED = /(?<!\{\{![^}]*\}\}\s*)\{\{\{[^}]*\}\}\}/g;

/** Templates: an example that is JSON, the right name, nothing unescaped, no script and no style in the page. */
export function templateFindings(files: ReadonlyMap<string, string>, component: string): Diagnostic[] {
    return ending(files, '.mustache').flatMap(([path, text]) => [
        ...documentFindings(path, text, component),
        ...forbidden(path, text, UNEXPLAINED, 'escape it with double braces, or say in a comment before it who has cleaned it.'),
        ...forbidden(path, text, /\son\w+="/g, 'no inline JavaScript: listen from an AMD module.'),
        // Mail programs read no stylesheet.
        ...(/^templates\/mail(_\w+)?\.mustache$/.test(path) ? []
            : forbidden(path, text, /\sstyle="[^"{]*"/g, 'no fixed inline style: use a class; only a measure from the data may stand here.')),
    ]);
}

function documentFindings(path: string, text: string, component: string): Diagnostic[] {
    const name = `${component}/${path.replace(/^templates\//, '').replace(/\.mustache$/, '')}`;
    const example = /Example context \(json\):\s*(\{[\s\S]*?\n?\s*\})\s*\n?\s*\}\}/.exec(text)?.[1];
    return [
        ...(text.includes(`@template ${name}`) ? [] : [templateUndocumented(path, `'@template ${name}'`)]),
        ...(example !== undefined && isJson(example) ? [] : [templateUndocumented(path, "an 'Example context (json):' that is JSON")]),
    ];
}

function isJson(text: string): boolean {
    try {
        JSON.parse(text);
        return true;
    } catch {
        return false;
    }
}

function forbidden(path: string, text: string, pattern: RegExp, instead: string): Diagnostic[] {
    return [...text.matchAll(pattern)].map(found =>
        sourceForbidden({file: path, line: text.slice(0, found.index).split('\n').length}, found[0], instead));
}
