/** A module of rules and all that it imports, at however many removes, by name with their texts: all that its PHP hangs on. */
export function importedBy(file: string, texts: ReadonlyMap<string, string>, found: Map<string, string> = new Map()): ReadonlyMap<string, string> {
    const text = texts.get(file);
    if (text === undefined || found.has(file)) {
        return found;
    }
    found.set(file, text);
    // A comment that looks like an import brings in too much, never too little.
    for (const [, imported = ''] of text.matchAll(/['"]\.\/(\w+\.ts)['"]/g)) {
        importedBy(imported, texts, found);
    }
    return found;
}
