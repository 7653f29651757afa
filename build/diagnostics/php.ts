import type {Diagnostic, Place} from './diagnostic.ts';

export const phpSyntax = (place: Place, reason: string): Diagnostic => ({
    code: 'php-syntax',
    ...place,
    message: `${reason}. Run \`php -l\` on the file for the exact place, and correct it.`,
});

export const phpFormatChanges = (place: Place): Diagnostic => ({
    code: 'php-format-changes-meaning',
    ...place,
    message: 'The formatter would change what this PHP does, as it drops brackets that matter. Put the bracketed part into a variable of its own.',
});

export const brokenPhpMade = (place: Place, made: string, reason: string): Diagnostic => ({
    code: 'broken-php-made',
    ...place,
    message: `what is made of this would be no PHP (${made}: ${reason.replace(/ Run `php -l`.*$/, '')}). Nothing is written. Write it in another way, and report it: the build should have refused it sooner.`,
});
