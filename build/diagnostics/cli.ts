import type {Diagnostic} from './diagnostic.ts';

/** What the command line of the build says. */

export const USAGE = `npm run build [-- [plugin...] [options]]

  --zip            writes dist/<plugin>-<release>.zip as well
  --watch          builds again whenever a source changes; with --moodle, that site reads anew what it keeps of the plugin
  --strings        writes the strings that lang/ lacks, marked as still to be written; neither --zip nor release lets the marks out
  --check          writes nothing; fails where dist/ is not what the sources make
  --explain [PATH] writes nothing; says what each file, or this one, is made from
  --moodle DIR     writes the plugins into a Moodle tree instead of dist/
  --from DIR       builds the plugin in this folder, not those in plugins/

npm run build -- release PLUGIN...
                   keeps the tables of the version as released, for later upgrades
npm run new -- NAME
                   writes a small plugin to begin with
npm run build -- help`;

const said = (code: string, message: string, file: string | null = null): Diagnostic => ({code, file, line: null, message});

export const unknownOption = (option: string, meant: string | null): Diagnostic =>
    said('unknown-option', `'${option}' is no option of the build.${didYouMean(meant)}\n\n${USAGE}`);

export const missingValue = (option: string): Diagnostic => said('missing-value', `${option} needs a folder after it.`);

export const optionsClash = (one: string, other: string): Diagnostic =>
    said('options-clash', `${one} and ${other} say different things. Give one of them.`);

export const unknownPlugin = (name: string, known: readonly string[], meant: string | null): Diagnostic =>
    said('unknown-plugin', `There is no plugins/${name}/manifest.ts.${didYouMean(meant)} There are: ${known.join(', ') || 'none yet'}.`);

export const noManifest = (folder: string): Diagnostic =>
    said('no-manifest', 'There is no manifest.ts in this folder. Give the folder of a plugin\'s sources.', folder);

export const releaseWhat = (): Diagnostic =>
    said('release-what', 'Say which plugin is released: `npm run build -- release block_course_notification`.');

export const releasedBefore = (file: string, version: number): Diagnostic =>
    said('released-before', `Version ${version} is kept with other tables. Raise the version in the manifest, then release that.`, file);

export const notMoodle = (folder: string): Diagnostic =>
    said('not-moodle', 'Holds no version.php of Moodle, neither itself nor in public/. Give the top folder of a Moodle source tree.', folder);

export const notOurs = (folder: string, component: string): Diagnostic =>
    said('other-plugin-there', `Another plugin than ${component} is in this folder. Move it away first: everything in the folder would be replaced.`, folder);

export const staleFile = (file: string, from: string): Diagnostic =>
    said('stale-file', `Differs from what ${from} makes. Run \`npm run build\`; change ${from}, not this file.`, file);

export const missingFile = (file: string, from: string): Diagnostic =>
    said('missing-file', `Is not there, though ${from} makes it. Run \`npm run build\`.`, file);

export const orphanedFile = (file: string): Diagnostic =>
    said('orphaned-file', 'No source makes this file any more. Run `npm run build`, which removes it.', file);

export const staleZip = (file: string): Diagnostic =>
    said('stale-zip', 'Holds other files than the sources make. Run `npm run build -- --zip`.', file);

export const unknownFile = (path: string, meant: string | null): Diagnostic =>
    said('unknown-file', `No plugin makes ${path}.${didYouMean(meant)}`);

export const nothingWritten = (problems: number): string => `${problems} ${problems === 1 ? 'problem' : 'problems'}, nothing written.`;

export const notFresh = (problems: number): string =>
    `${problems} ${problems === 1 ? 'file is' : 'files are'} not what the sources make.`;

export const fresh = (plugins: number, files: number): string => `${counted(plugins, 'plugin')}, ${counted(files, 'file')}: all fresh.`;

export const written = (target: string, changed: number, removed: number, same: number): string =>
    `${target}  ${changed} written, ${removed} removed, ${same} as before`;

export const kept = (file: string): string => `${file}  kept as released`;

export const explained = (path: string, by: string, from: string): string => `${path}  ${by}  ${from}`;

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

const didYouMean = (meant: string | null): string => (meant === null ? '' : ` Did you mean ${meant}?`);
