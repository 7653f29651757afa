import {importedPath} from './moduleName.ts';

const IMPORTS = /\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g;

/** The plugin's own modules that one of its modules reaches by imports, with their texts; null where there is no such file. */
export function importClosure(path: string, sources: ReadonlyMap<string, string>): Map<string, string | null> {
    const found = new Map<string, string | null>();
    const visit = (from: string): void => {
        for (const [, specifier = ''] of (sources.get(from) ?? '').matchAll(IMPORTS)) {
            const target = importedPath(from, specifier) ?? specifier;
            if (!found.has(target)) {
                found.set(target, sources.get(target) ?? null);
                visit(target);
            }
        }
    };
    visit(path);
    return found;
}
