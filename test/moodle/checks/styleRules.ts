import type {Diagnostic} from '../../../build/diagnostics/diagnostic.ts';
import {styleNotNamespaced} from '../../../build/diagnostics/directory.ts';

/** Moodle puts every plugin's styles.css on every page: each selector must name the plugin. */
export function styleFindings(files: ReadonlyMap<string, string>, type: string, name: string): Diagnostic[] {
    const text = (files.get('styles.css') ?? '').replace(/\/\*[\s\S]*?\*\/|@[^{;]+/g, aside => aside.replace(/[^\n]/g, ' '));
    const names = [`${type}_${name}`, `${type}-${name}`, `${type}-${name.replaceAll('_', '-')}`, `path-${type}s-${name}`, `admin-setting-${type}setting${name}`];
    return [...text.matchAll(/([^{};]+)\{/g)].flatMap(found => {
        const line = text.slice(0, found.index + found[0].search(/\S/)).split('\n').length;
        const selectors = (found[1] ?? '').split(',').map(selector => selector.trim()).filter(selector => !/^(from|to|\d+%)$/.test(selector));
        return selectors.filter(selector => selector !== '' && !names.some(one => selector.includes(one)))
            .map(selector => styleNotNamespaced({file: 'styles.css', line}, selector, names[0] ?? ''));
    });
}
