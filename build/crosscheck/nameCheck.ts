import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {
    unknownAdminPage, unknownCache, unknownConfig, unknownMessage, unknownModule, unknownService, unknownString, unknownTemplate, unknownWebService,
} from '../diagnostics/crosscheck.ts';
import {nearest} from '../manifest/nearest.ts';
import {isTelling, matches, shown, textOf} from './pattern.ts';
import type {Declared} from './declared.ts';
import type {Use, UseKind} from './use.ts';

type Check = {readonly known: ReadonlySet<string>; readonly says: typeof unknownString};

/** Finds names that are asked for and that nothing declares; of a name that is known in part, something must fit. */
export function nameCheck(uses: readonly Use[], declared: Declared): readonly Diagnostic[] {
    const read = texts(uses, 'config');
    const written = texts(uses, 'setconfig');
    const checks: Readonly<Record<UseKind, Check | null>> = {
        string: {known: declared.strings, says: unknownString},
        // A plugin may keep a state of its own among its settings: what it both writes and reads is no misspelling.
        config: {known: new Set([...declared.settings, ...written]), says: unknownConfig},
        setconfig: {known: new Set([...declared.settings, ...read]), says: unknownConfig},
        template: {known: declared.templates, says: unknownTemplate},
        module: {known: declared.modules, says: unknownModule},
        service: {known: declared.services, says: unknownService},
        message: {known: declared.messages, says: unknownMessage},
        cache: {known: declared.caches, says: unknownCache},
        adminpage: {known: declared.adminpages, says: unknownAdminPage},
        webservice: {known: declared.webservices, says: unknownWebService},
        capability: null,
    };
    return uses.flatMap(use => {
        const check = checks[use.kind];
        return check === null || !isOurs(use, declared) || fits(use, check.known) ? [] : [refusal(use, check)];
    });
}

/** The one service that Moodle brings. */
const CORE_SERVICE = 'moodle_mobile_app';

/** Templates, modules, functions and pages of core and of other plugins are not ours to know. */
function isOurs(use: Use, declared: Declared): boolean {
    if (use.kind === 'webservice') {
        return textOf(use.name) !== CORE_SERVICE;
    }
    const prefix = {template: `${declared.component}/`, module: `${declared.component}/`, service: `${declared.component}_`, adminpage: declared.component}[use.kind as string];
    return prefix === undefined || (use.name[0] ?? null)?.startsWith(prefix) === true;
}

function fits(use: Use, known: ReadonlySet<string>): boolean {
    const text = textOf(use.name);
    return text === null ? !isTelling(use.name) || [...known].some(name => matches(use.name, name)) : known.has(text);
}

function refusal(use: Use, check: Check): Diagnostic {
    const text = textOf(use.name);
    return check.says(use.place, use.by, shown(use.name), text === null ? null : nearest(text, check.known));
}

function texts(uses: readonly Use[], kind: UseKind): readonly string[] {
    return uses.filter(use => use.kind === kind).flatMap(use => textOf(use.name) ?? []);
}
