import {spawnSync} from 'node:child_process';
import {Engine, type Program} from 'php-parser';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {phpSyntax} from '../diagnostics/php.ts';

const engine = new Engine({
    parser: {extractDoc: true, suppressErrors: false, version: 801},
    ast: {withPositions: true, withSource: false},
});

/** How many trees are at hand: those of a large plugin, so that of an edited one only the edited file is read again. */
const MOST = 500;
const trees = new Map<string, Program>();

/** The syntax tree of a PHP file, which several checks read and none changes. Throws what the parser throws. */
export function phpTree(text: string, file: string): Program {
    const key = `${file}\0${text}`;
    const tree = trees.get(key) ?? engine.parseCode(text, file);
    trees.delete(key);
    trees.set(key, tree);
    for (const [oldest] of trees.size > MOST ? trees : []) {
        trees.delete(oldest);
        break;
    }
    return tree;
}

/** Parses the PHP files of a plugin, given by project-relative path: fast, and where it fails PHP itself has the last word. */
export function parsePhp(files: ReadonlyMap<string, string>): readonly Diagnostic[] {
    return [...files].filter(([path]) => path.endsWith('.php')).flatMap(([path, text]) => syntaxErrorsOf(path, text));
}

function syntaxErrorsOf(file: string, text: string): readonly Diagnostic[] {
    try {
        phpTree(text, file);
        return [];
    } catch (error) {
        return isPhpAfterAll(text) ? [] : [phpSyntax({file, line: lineOf(error)}, messageOf(error))];
    }
}

function lineOf(error: unknown): number | null {
    return error instanceof Error && 'lineNumber' in error && typeof error.lineNumber === 'number' ? error.lineNumber : null;
}

function messageOf(error: unknown): string {
    const message = error instanceof Error ? error.message : String(error);
    return message.replace(/ on line \d+$/, '');
}

/** The parser does not know all of PHP, such as `clone($x)` in brackets. Without a PHP at hand, its word is taken. */
function isPhpAfterAll(text: string): boolean {
    return spawnSync('php', ['-l'], {input: text, encoding: 'utf8'}).status === 0;
}
