import type {Diagnostic} from './diagnostic.ts';

/** What the build says while it watches. */

export const watching = (folders: readonly string[]): string => `Watching ${folders.join(', ')}. End it with Ctrl+C.`;

export const took = (moment: string, line: string, seconds: number): string => `${moment}  ${line}  in ${seconds.toFixed(2)} s`;

export const reloaded = (caches: readonly string[]): string => `          Moodle reads anew: ${caches.join(', ')}`;

export const notReloaded = (caches: readonly string[], reason: string): string =>
    `          Moodle could not be told to read ${caches.join(', ')} anew: ${reason}\n          Purge its caches yourself; MOODLE_PHP names another php.`;

export const readAtUpgrade = (files: readonly string[]): string =>
    `          ${files.join(', ')}: Moodle takes this over at an upgrade. Raise the version in the manifest and run \`php admin/cli/upgrade.php\`.`;

export const startsAgain = (): string => 'The build itself has changed: it starts again.';

/** A file that is gone between two looks, say: the next change builds again. */
export const stumbled = (sources: string, error: unknown): Diagnostic => ({
    file: sources, line: null, code: 'build-stumbled', message: `${error instanceof Error ? error.message : String(error)}. Save once more, and it is built again.`,
});
