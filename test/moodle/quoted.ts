/** A word as the shell takes it, whatever is in it. */
export function quoted(word: string): string {
    return `'${word.replaceAll("'", `'\\''`)}'`;
}
