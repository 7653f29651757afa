import type {Diagnostic} from './diagnostic.ts';

/** What `npm run new` says. */

export const NEW_USAGE = `npm run new -- NAME

  NAME  what Moodle will call the plugin: its type and its own name, such as local_greeting, tool_greeting or block_greeting

writes a small plugin to plugins/NAME that builds, installs and has its first tests.`;

const said = (code: string, message: string): Diagnostic => ({code, file: null, line: null, message});

export const noFrankenstyle = (name: string, types: readonly string[]): Diagnostic =>
    said('no-frankenstyle', `'${name}' is no name of a Moodle plugin: that is its type, an underscore and its own name. Say which it is: ` +
        `${types.map(type => `${type}_${name.toLowerCase().replace(/[^a-z0-9_]/g, '') || 'x'}`).join(', ')}.`);

export const unknownType = (name: string, type: string, types: readonly string[]): Diagnostic =>
    said('unknown-type', `'${name}' would be of the type '${type}', which the build does not know yet. It makes ${types.map(one => `${one}_…`).join(', ')}.`);

export const badNewName = (name: string, most: number): Diagnostic =>
    said('bad-name', `'${name}' cannot be a plugin's own name: Moodle wants a small letter, then small letters, digits and single underscores, not at the end; ` +
        `two characters at least, and ${most} at most, since its tables and settings bear it too.`);

export const alreadyThere = (component: string): Diagnostic =>
    said('plugin-there', `There is a plugins/${component} already, and nothing of it was touched. Choose another name, or move it away.`);

export const nameOfMoodle = (component: string, tree: string): Diagnostic =>
    said('name-of-moodle', `Moodle brings a ${component} of its own (${tree}), and yours would replace it. Choose another name.`);

export const made = (component: string, files: readonly string[]): string => `plugins/${component}
${files.map(file => `    ${file}`).join('\n')}

Build it and see it:
    npm run build -- --zip ${component} && npm run moodle -- up && npm run moodle -- install
Work on it, with every change in the running site within a second:
    npm run build -- --watch --moodle .moodle/client/moodle ${component}
Run its rule in both languages:
    npx vitest run test/rules`;
