import type {Diagnostic, Place} from './diagnostic.ts';

/** What a reviewer of the plugins directory would send a plugin back for. */

const whole = (file: string): Place => ({file, line: null});

export function requiredFileMissing(file: string): Diagnostic {
    return {...whole(file), code: 'required-file-missing', message: 'The plugins directory asks for this file. Add it to the plugin.'};
}

export function versionFieldWrong(field: string, expected: string): Diagnostic {
    return {...whole('version.php'), code: 'version-field-wrong', message: `$plugin->${field} must be ${expected}. Say so in the manifest.`};
}

export function stringMissing(lang: string, key: string, reason: string): Diagnostic {
    return {...whole(`lang/${lang}`), code: 'string-missing', message: `There is no string '${key}', which ${reason} needs. Add it to lang/${lang}.ts.`};
}

export function stringWithoutEnglish(lang: string, key: string): Diagnostic {
    return {...whole(`lang/${lang}`), code: 'string-without-english', message: `'${key}' is not in lang/en: a translation cannot say more than the original.`};
}

export function capabilityNameWrong(capability: string, area: string): Diagnostic {
    return {...whole('db/access.php'), code: 'capability-name-wrong', message: `'${capability}' does not begin with '${area}:'.`};
}

export function capabilityWithoutRisk(capability: string): Diagnostic {
    return {...whole('db/access.php'), code: 'capability-without-risk', message: `'${capability}' writes, but names no risk. State one in the manifest.`};
}

export function tableNameWrong(table: string, prefix: string): Diagnostic {
    return {...whole('db/install.xml'), code: 'table-name-wrong', message: `Table '${table}' must begin with '${prefix}' and have at most 53 characters.`};
}

export function privacyIncomplete(missing: string): Diagnostic {
    return {...whole('classes/privacy/provider.php'), code: 'privacy-incomplete', message: `The privacy provider ${missing}.`};
}

export function classMissing(name: string): Diagnostic {
    return {...whole('db'), code: 'class-missing', message: `'${name}' is declared, but Moodle finds no such class.`};
}

export function boilerplateMissing(file: string, part: string): Diagnostic {
    return {...whole(file), code: 'boilerplate-missing', message: `The head of the file lacks ${part}.`};
}

export function sourceForbidden(place: Place, found: string, instead: string): Diagnostic {
    return {...place, code: 'source-forbidden', message: `\`${found}\`: ${instead}`};
}

export function amdBuildStale(file: string): Diagnostic {
    return {...whole(file), code: 'amd-build-missing', message: 'amd/src holds a module that has no build with its source map. Build the plugin again.'};
}

export function templateUndocumented(file: string, missing: string): Diagnostic {
    return {...whole(file), code: 'template-undocumented', message: `The comment at the top lacks ${missing}.`};
}

export function styleNotNamespaced(place: Place, selector: string, component: string): Diagnostic {
    return {...place, code: 'style-not-namespaced', message: `'${selector}' would also style pages of others. Begin it with .${component} or another name of the plugin.`};
}

export function archiveWrong(file: string, reason: string): Diagnostic {
    return {...whole(file), code: 'archive-wrong', message: reason};
}

export const savepointWrong = (says: string): Diagnostic => ({
    code: 'savepoint', file: 'db/upgrade.php', line: null, message: `It ${says}. It is made by the build: change the manifest, or the build.`,
});
