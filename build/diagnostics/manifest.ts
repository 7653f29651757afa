import type {Diagnostic, Place} from './diagnostic.ts';

/** What the build says of a manifest and of files that are in each other's way. */

const said = (code: string, place: Place, message: string): Diagnostic => ({code, ...place, message});

const didYouMean = (meant: string | null): string => (meant === null ? '' : ` Did you mean ${meant}?`);

const listed = (names: readonly string[]): string => (names.length === 0 ? 'none' : names.join(', '));

export const manifestSyntax = (place: Place, reason: string): Diagnostic =>
    said('manifest-syntax', place, `This is not TypeScript: ${reason}.`);

export const manifestThrows = (place: Place, reason: string): Diagnostic =>
    said('manifest-throws', place, `The manifest does not load: ${reason}. A manifest only says what is; take out what computes.`);

export const noDefaultExport = (place: Place): Diagnostic =>
    said('no-manifest', place, 'Nothing is exported as default. Write `export default definePlugin({…});`.');

export const otherName = (place: Place, component: string, folder: string): Diagnostic =>
    said('other-name', place, `The manifest says '${component}' and its folder '${folder}'. Rename one of them.`);

export const wrongField = (place: Place, field: string, expected: string, got: string, meant: string | null): Diagnostic =>
    said('wrong-field', place, `${field} is ${got}; it must be ${expected}.${didYouMean(meant)}`);

export const missingField = (place: Place, field: string, expected: string): Diagnostic =>
    said('missing-field', place, `${field} is missing; it must be ${expected}.`);

export const unknownField = (place: Place, field: string, meant: string | null, known: readonly string[]): Diagnostic =>
    said('unknown-field', place, `Nothing is made of ${field}.${meant === null ? ` There are: ${listed(known)}.` : didYouMean(`'${meant}'`)}`);

export const undeclared = (place: Place, field: string, name: string, what: string, known: readonly string[], meant: string | null): Diagnostic =>
    said('undeclared-name', place, `${field}: there is no ${what} '${name}'.${meant === null ? ` There are: ${listed(known)}.` : didYouMean(`'${meant}'`)}`);

export const missingString = (place: Place, key: string, why: string): Diagnostic =>
    said('missing-string', place, `lang/en.ts lacks '${key}', ${why}. Add it there and in lang/fr.ts.`);

export const untranslated = (place: Place, key: string): Diagnostic =>
    said('untranslated-string', place, `lang/fr.ts lacks '${key}', which lang/en.ts has. Translate it.`);

export const onlyTranslated = (place: Place, key: string, meant: string | null): Diagnostic =>
    said('string-without-original', place, `lang/en.ts lacks '${key}', which lang/fr.ts has.${didYouMean(meant === null ? null : `'${meant}'`)} Rename it or take it out.`);

export const otherPlaceholders = (place: Place, key: string, original: readonly string[], translated: readonly string[]): Diagnostic =>
    said('placeholders-differ', place,
        `'${key}' fills in ${listed(translated)} in French and ${listed(original)} in English. Use the same placeholders in both.`);

export const badName = (place: Place, what: string, name: string, rule: string): Diagnostic =>
    said('bad-name', place, `'${name}' is no name of a ${what} for Moodle: ${rule}.`);

export const nameTooLong = (place: Place, what: string, name: string, most: number): Diagnostic =>
    said('name-too-long', place, `The ${what} '${name}' has ${name.length} characters and Moodle takes ${most}. Shorten it by ${name.length - most}.`);

export const reservedColumn = (place: Place, name: string): Diagnostic =>
    said('reserved-word', place, `'${name}' is a reserved word of MariaDB, MySQL or PostgreSQL, so no column may be named so. Choose another name.`);

export const takenName = (place: Place, what: string, name: string, by: string): Diagnostic =>
    said('name-taken', place, `A ${what} cannot be named '${name}': ${by}. Choose another name.`);

export const declaredTwice = (place: Place, name: string, first: number): Diagnostic =>
    said('declared-twice', place, `'${name}' is here a second time, and only the last one would count; the first is in line ${first}. Take one of them out.`);

export const declaredByPart = (place: Place, name: string, part: string): Diagnostic =>
    said('declared-twice', place, `${name} is said by the part '${part}' already (build/parts/${part}/part.ts). Choose another name.`);

export const sameTable = (place: Place, name: string, other: string): Diagnostic =>
    said('declared-twice', place, `The tables '${name}' and '${other}' have the same full name. Rename one of them.`);

export const noIdColumn = (place: Place, table: string): Diagnostic =>
    said('no-id', place, `The table '${table}' must start with \`id: id()\`: Moodle asks every table for it.`);

export const columnTooLong = (place: Place, name: string, most: number): Diagnostic =>
    said('column-too-long', place, `'${name}' is a text of more than ${most} characters. Use longtext().`);

export const indexTooWide = (place: Place, columns: readonly string[], most: number): Diagnostic =>
    said('index-too-wide', place, `The columns ${columns.join(', ')} make more than the ${most} bytes that an index may have, at three a character. Shorten them, or index fewer.`);

export const indexOnText = (place: Place, column: string): Diagnostic =>
    said('index-on-text', place, `'${column}' is a long text, which databases do not index. Use text(255), or index another column.`);

export const doubledIndex = (place: Place, columns: readonly string[], by: string): Diagnostic =>
    said('doubled-index', place, `${by} makes an index on ${columns.join(', ')} already. Take this one out.`);

export const badVersion = (place: Place, version: number): Diagnostic =>
    said('bad-version', place, `${version} is no version number: write ten digits, the day and a count, as in 2026112100.`);

export const versionTooLow = (place: Place, version: number, released: number): Diagnostic =>
    said('version-too-low', place, `${version} is lower than ${released}, which people have: Moodle refuses to go back. Raise it to ${released + 1} or more.`);

export const schemaChanged = (place: Place, version: number, tables: readonly string[]): Diagnostic =>
    said('schema-changed', place,
        `Version ${version} is released with other tables (${tables.join(', ')} changed). Raise the version, so that Moodle runs the upgrade.`);

export const columnNeedsDefault = (place: Place, table: string, column: string): Diagnostic =>
    said('column-needs-default', place,
        `'${column}' is new in ${table}, which people have filled: give it a default, or make it nullable().`);

export const supportedBackwards = (place: Place, from: string, to: string): Diagnostic =>
    said('supported-backwards', place, `Moodle ${from} is not older than ${to}. Write the oldest version first.`);

export const requiresBeyond = (place: Place, requires: string, from: string): Diagnostic =>
    said('requires-differs', place, `The plugin requires Moodle ${requires} and says to support ${from} first. Make them the same.`);

export const defaultNotAllowed = (place: Place, field: string, value: string, allowed: string): Diagnostic =>
    said('default-not-allowed', place, `${field} is ${value} by default, which is not ${allowed}.`);

export const badPattern = (place: Place, field: string, reason: string): Diagnostic =>
    said('bad-pattern', place, `${field}: the pattern does not hold: ${reason}.`);

export const brokenSnapshot = (place: Place): Diagnostic => said('broken-snapshot', place,
    'This is no snapshot of released tables: {"version": <the number in its name>, "tables": {<table>: {"fields", "keys", "indexes"}}}. '
    + 'Take it back from the history; snapshots are not edited by hand.');

export const handWrittenClash = (place: Place, path: string, other: string): Diagnostic =>
    said('file-made-twice', place, `${path} is made from ${other} already. Delete the hand-written file, or give it another name.`);

export const generatedClash = (place: Place, path: string, other: string): Diagnostic =>
    said('file-made-twice', place, `${path} is made from ${other} as well. Rename one of the two things that it is made for.`);

export const doesNotFormat = (place: Place, path: string, reason: string): Diagnostic =>
    said('generated-php-broken', place, `What was made of this for ${path} is no PHP: ${reason}. Look for a name or a method that PHP cannot take.`);
