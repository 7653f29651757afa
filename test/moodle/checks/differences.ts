/** What is in one of two lists and not in the other, five of each at most. */
export function differences(what: string, found: readonly string[], expected: readonly string[]): string[] {
    return [
        ...found.filter(line => !expected.includes(line)).slice(0, 5).map(line => `${what}: unexpected: ${line}`),
        ...expected.filter(line => !found.includes(line)).slice(0, 5).map(line => `${what}: missing: ${line}`),
        ...found.length === expected.length ? [] : [`${what}: ${found.length} and not ${expected.length}`],
    ];
}
