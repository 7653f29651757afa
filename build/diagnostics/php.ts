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
