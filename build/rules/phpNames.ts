import {snakeCase} from '../snakeCase.ts';

/** The names that a rule's names become in PHP. */

/** `lastAccess` -> `lastaccess`: Moodle writes variables in one lower-case word. */
export function variableName(name: string): string {
    return name.replaceAll('_', '').replaceAll('$', '').toLowerCase();
}

/** `stepLength` and `STEP_LENGTH` -> `STEP_LENGTH`: constants. */
export function constantName(name: string): string {
    return /[a-z]/.test(name) ? snakeCase(name).toUpperCase() : name;
}

/** `endSignals` -> `end signals`: for a sentence. */
export function words(name: string): string {
    return snakeCase(name).replaceAll('_', ' ');
}

const RESERVED = new Set([
    'abstract', 'and', 'array', 'as', 'bool', 'break', 'callable', 'case', 'catch', 'class', 'clone', 'const', 'continue', 'declare',
    'default', 'die', 'do', 'echo', 'else', 'elseif', 'empty', 'enddeclare', 'endfor', 'endforeach', 'endif', 'endswitch', 'endwhile',
    'enum', 'eval', 'exit', 'extends', 'false', 'final', 'finally', 'float', 'fn', 'for', 'foreach', 'function', 'global', 'goto', 'if',
    'implements', 'include', 'instanceof', 'insteadof', 'int', 'interface', 'isset', 'iterable', 'list', 'match', 'mixed', 'namespace',
    'never', 'new', 'null', 'object', 'or', 'parent', 'print', 'private', 'protected', 'public', 'readonly', 'require', 'return', 'self',
    'static', 'string', 'switch', 'throw', 'trait', 'true', 'try', 'unset', 'use', 'var', 'void', 'while', 'xor', 'yield',
]);

/** Words that PHP keeps for itself: no class, and to be safe no function, may be called so. */
export function isReserved(name: string): boolean {
    return RESERVED.has(name.toLowerCase());
}
