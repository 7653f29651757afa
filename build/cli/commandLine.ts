import {missingValue, optionsClash, unknownOption} from '../diagnostics/cli.ts';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {nearest} from '../manifest/nearest.ts';

export type Command = {
    readonly does: 'build' | 'watch' | 'check' | 'explain' | 'strings' | 'release' | 'help';
    readonly plugins: readonly string[];
    readonly zip: boolean;
    /** Moodle tree to write into, instead of dist/. */
    readonly moodle: string | null;
    /** Folder of one plugin's sources, instead of plugins/. */
    readonly from: string | null;
    /** The one path to explain. */
    readonly path: string | null;
};

const OPTIONS = ['--zip', '--watch', '--check', '--explain', '--strings', '--moodle', '--from', '--help'] as const;

/** What the words after `npm run build --` ask for. */
export function commandLine(words: readonly string[]): Command | Diagnostic {
    const rest = [...words];
    let command: Command = {does: 'build', plugins: [], zip: false, moodle: null, from: null, path: null};
    while (rest.length > 0) {
        const word = rest.shift() ?? '';
        const next = takeWord(word, rest, command);
        if ('code' in next) {
            return next;
        }
        command = next;
    }
    return command.moodle !== null && !['build', 'watch'].includes(command.does) ? optionsClash('--moodle', `--${command.does}`) : command;
}

function takeWord(word: string, rest: string[], command: Command): Command | Diagnostic {
    switch (word) {
        case '--zip':
            return {...command, zip: true};
        case '--watch': case '--check': case '--strings':
            return does(command, word.slice(2) as 'watch' | 'check' | 'strings');
        case '--explain':
            return does({...command, path: looksLikePath(rest[0]) ? rest.shift() ?? null : null}, 'explain');
        case '--moodle': case '--from':
            return withFolder(command, word === '--moodle' ? 'moodle' : 'from', rest.shift());
        case '--help': case 'help':
            return does(command, 'help');
        default:
            return takeName(word, command);
    }
}

function does(command: Command, what: Command['does']): Command | Diagnostic {
    return command.does === 'build' || command.does === what ? {...command, does: what} : optionsClash(`--${command.does}`, `--${what}`);
}

function withFolder(command: Command, option: 'moodle' | 'from', folder: string | undefined): Command | Diagnostic {
    return folder === undefined || folder.startsWith('--') ? missingValue(`--${option}`) : {...command, [option]: folder};
}

function takeName(word: string, command: Command): Command | Diagnostic {
    if (word.startsWith('-')) {
        return unknownOption(word, nearest(word, OPTIONS));
    }
    return word === 'release' && command.plugins.length === 0 && command.does === 'build'
        ? {...command, does: 'release'}
        : {...command, plugins: [...command.plugins, word]};
}

/** A plugin's name has neither a slash nor a dot; a path has one. */
const looksLikePath = (word: string | undefined): boolean => word !== undefined && !word.startsWith('--') && /[/.]/.test(word);
