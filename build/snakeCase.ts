/** `dueEndSignal` -> `due_end_signal`, `nextURL` -> `next_url`: what a TypeScript name is called in PHP and in Moodle's loader. */
export function snakeCase(name: string): string {
    return name
        .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
        .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
        .toLowerCase();
}
