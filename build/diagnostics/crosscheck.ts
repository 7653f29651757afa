import type {Diagnostic, Place} from './diagnostic.ts';

/** What the cross-check says of hand-written PHP, Mustache and browser code. */

const guess = (nearest: string | null): string => (nearest === null ? '' : ` Did you mean '${nearest}'?`);

/** A call in PHP or a script; a section in a template. */
const asking = (by: string, name: string): string => (by.startsWith('{{') ? `${by} ${name}` : `${by}(${name}, …)`);

const unknownName = (code: string, what: string, where: string) =>
    (place: Place, by: string, name: string, nearest: string | null): Diagnostic => ({
        code, ...place, message: `${asking(by, name)}: no such ${what} in ${where}.${guess(nearest) || ` Declare it there, or correct the name.`}`,
    });

export const unknownString = unknownName('unknown-string', 'string', 'lang/en.ts');
export const unknownConfig = unknownName('unknown-config', 'setting', 'the manifest\'s `settings`, and no set_config() writes it');
export const unknownTemplate = unknownName('unknown-template', 'template', 'templates/');
export const unknownModule = unknownName('unknown-module', 'browser module', 'amd/');
export const unknownService = unknownName('unknown-service', 'external function', 'the manifest\'s `services`');
export const unknownMessage = unknownName('unknown-message', 'message provider', 'the manifest\'s `messages`');
export const unknownCache = unknownName('unknown-cache', 'cache', 'the manifest\'s `caches`');

export const unknownAdminPage = unknownName('unknown-admin-page', 'page of the plugin', 'the manifest\'s `adminpages`');
export const unknownWebService = unknownName('unknown-web-service', 'web service', 'the manifest\'s `webservices`');

export const unknownCapability = (place: Place, name: string, nearest: string | null): Diagnostic => ({
    code: 'unknown-capability', ...place,
    message: `'${name}': no such capability in the manifest's \`capabilities\`.${guess(nearest) || ' Declare it there, or correct the name.'}`,
});

export const unknownTable = (place: Place, name: string, nearest: string | null): Diagnostic => ({
    code: 'unknown-table', ...place,
    message: `{${name}}: no such table in the manifest's \`tables\`.${guess(nearest) || ' Declare it there, or correct the name.'}`,
});

export const unknownColumn = (place: Place, table: string, column: string, nearest: string | null): Diagnostic => ({
    code: 'unknown-column', ...place,
    message: `{${table}} has no column '${column}'.${guess(nearest) || ' Add it to the table in the manifest, or correct the name.'}`,
});

export const classPath = (place: Place, found: string, wanted: string): Diagnostic => ({
    code: 'class-path', ...place,
    message: `This file declares ${found}, but Moodle looks in it for ${wanted}. Rename the class or its namespace, or move the file.`,
});

export const unknownClass = (place: Place, name: string, nearest: string | null): Diagnostic => ({
    code: 'unknown-class', ...place,
    message: `\\${name}: the plugin has no such class.${guess(nearest) || ' Write it below php/classes, or correct the name.'}`,
});

export const unknownMethod = (place: Place, holder: string, method: string, nearest: string | null): Diagnostic => ({
    code: 'unknown-method', ...place,
    message: `\\${holder}::${method}(): the class has no such static method.${guess(nearest) || ' Write it, or correct the name.'}`,
});

export const missingMethod = (place: Place, run: string, file: string, nearest: string | null): Diagnostic => ({
    code: 'missing-method', ...place,
    message: `'${run}': there is no public static method of that name in ${file}.${guess(nearest) || ' Write it there, or correct the manifest.'}`,
});

export const methodParameters = (place: Place, run: string, problem: string): Diagnostic => ({
    code: 'method-parameters', ...place, message: `'${run}': ${problem}`,
});

export const missingParameter = (name: string): string =>
    `the manifest hands it '${name}', but it has no parameter $${name}. Add the parameter, or rename one of the two.`;

export const demandedParameter = (name: string): string =>
    `it demands $${name}, which nothing hands to it. Give the parameter a default, or add it to the manifest.`;

export const tooManyDemanded = (given: number, demanded: number): string =>
    `it demands ${demanded} parameters, and is handed ${given}. Give the others a default.`;

export const unusedString = (place: Place, key: string): Diagnostic => ({
    code: 'unused-string', ...place, message: `'${key}' is asked for nowhere. Remove it from lang/en.ts and lang/fr.ts, or use it.`,
});

export const unusedCapability = (place: Place, name: string): Diagnostic => ({
    code: 'unused-capability', ...place, message: `The capability '${name}' is checked nowhere. Remove it from the manifest, or check it.`,
});

export const unusedTemplate = (place: Place, name: string): Diagnostic => ({
    code: 'unused-template', ...place, message: `'${name}' is rendered nowhere. Delete the template, or render it.`,
});

export const brokenTemplate = (place: Place, reason: string): Diagnostic => ({
    code: 'broken-template', ...place, message: `The template does not parse: ${reason}. Close or correct the tag; Mustache noticed it here.`,
});

export const eventName = (place: Place, name: string): Diagnostic => ({
    code: 'event-name', ...place, message: `'${name}': Moodle wants an event to be named object_action, as in 'item_added'. Rename it.`,
});

export const unknownWatched = (place: Place, name: string, nearest: string | null): Diagnostic => ({
    code: 'unknown-event', ...place, message: `'${name}': Moodle has no such event or hook.${guess(nearest) || ' Correct the name.'}`,
});

export const notYetWatchable = (place: Place, name: string, releases: readonly string[]): Diagnostic => ({
    code: 'unknown-event', ...place,
    message: `'${name}' is in Moodle ${releases.join(', ')} only, which the plugin does not support. Take it out, or support that release.`,
});

export const watchedType = (place: Place, run: string, name: string, type: string): Diagnostic => ({
    code: 'watched-type', ...place, message: `'${run}': it takes a \\${type}, and is handed a \\${name}. Declare the parameter as that.`,
});

export const unusedDeclaration = (place: Place, section: string, name: string, remedy: string): Diagnostic => ({
    code: 'unused-declaration', ...place, message: `${section}.${name}: nothing names it. Remove it from the manifest, or ${remedy}.`,
});

export const unusedColumn = (place: Place, table: string, column: string): Diagnostic => ({
    code: 'unused-column', ...place, message: `Nothing reads or writes the column '${column}' of '${table}'. Remove it from the table, or use it.`,
});

export const undeclaredPage = (place: Place, path: string): Diagnostic => ({
    code: 'undeclared-page', ...place,
    message: `'${path}' is opened by browsers, and the manifest says nothing of it. Say in \`pages\` who may open it, or in \`adminpages\` where it stands.`,
});

export const missingPage = (place: Place, path: string): Diagnostic => ({
    code: 'missing-page', ...place, message: `pages.'${path}': there is no php/${path}. Write it, or correct the path.`,
});

export const unguardedPage = (place: Place, path: string, call: string, why: string): Diagnostic => ({
    code: 'unguarded-page', ...place, message: `'${path}' never calls ${call}, on no condition, at its top: ${why}. Call it before anything else.`,
});

export const uncheckedPost = (place: Place, path: string): Diagnostic => ({
    code: 'unchecked-post', ...place,
    message: `'${path}' takes a post, and asks for no session key. Call require_sesskey() or confirm_sesskey(), or show a form of core's.`,
});

export const undeclaredPost = (place: Place, path: string): Diagnostic => ({
    code: 'undeclared-post', ...place,
    message: `'${path}' takes a post, and the manifest does not say what it changes. Say it in the \`post\` of the page: it is tried without a session key then.`,
});
