import {createHash, randomUUID} from 'node:crypto';
import {mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync} from 'node:fs';

const folder = new URL('../../node_modules/.cache/moodle-plugin-suite/amd/', import.meta.url);

let chain: string | undefined;

/** Everything in build/ that an answer hangs on: a change of it forgets all. */
function chainText(): string {
    chain ??= ['./', '../types/moodle/']
        .map(path => new URL(path, import.meta.url))
        .flatMap(home => readdirSync(home).filter(name => /\.(ts|json)$/.test(name)).sort().map(name => new URL(name, home)))
        .concat(new URL('../../package-lock.json', import.meta.url))
        .map(file => readFileSync(file, 'utf8'))
        .join('\0');
    return chain;
}

const entry = (question: readonly string[]): URL =>
    new URL(`${createHash('sha256').update([chainText(), ...question].join('\0')).digest('hex')}.json`, folder);

/** What was answered to the same question in an earlier build. */
export function recall<T>(question: readonly string[]): T | null {
    try {
        return JSON.parse(readFileSync(entry(question), 'utf8')) as T;
    } catch {
        return null;
    }
}

/** Renamed into place: two builds at once never read half a file. */
export function keep(question: readonly string[], answer: unknown): void {
    mkdirSync(folder, {recursive: true});
    const draft = new URL(`${randomUUID()}.draft`, folder);
    writeFileSync(draft, JSON.stringify(answer));
    renameSync(draft, entry(question));
}
