import type {Diagnostic} from '../../../build/diagnostics/diagnostic.ts';
import * as say from '../../../build/diagnostics/directory.ts';
import type {Facts} from './facts.ts';
import {ending, pluginFiles} from './pluginFiles.ts';
import {sourceFindings} from './sourceRules.ts';
import {styleFindings} from './styleRules.ts';
import {templateFindings} from './templateRules.ts';

/** The validation that the plugins directory does when a version is uploaded, and what its reviewers look at first. */
export function directoryFindings(facts: Facts): Diagnostic[] {
    const files = pluginFiles(facts.dir);
    const component = `${facts.type}_${facts.name}`;
    return [
        ...requiredFiles(facts, component).filter(file => !files.has(file)).map(say.requiredFileMissing),
        ...versionFindings(facts.version, component),
        ...stringFindings(facts),
        ...capabilityFindings(facts),
        ...Object.keys(facts.tables).filter(table => !tableFits(table, facts)).map(table => say.tableNameWrong(table, component)),
        ...privacyFindings(facts),
        ...facts.missingclasses.map(say.classMissing),
        ...amdFindings(files),
        ...junkFindings(files),
        ...sourceFindings(files, component),
        ...templateFindings(files, component),
        ...styleFindings(files, facts.type, facts.name),
    ];
}

function requiredFiles({type, name}: Facts, component: string): string[] {
    const always = ['version.php', `lang/en/${component}.php`, 'README.md', 'CHANGES.md', 'classes/privacy/provider.php'];
    const block = [`block_${name}.php`, 'db/access.php'];
    return type === 'block' ? [...always, ...block] : always;
}

function versionFindings(version: Facts['version'], component: string): Diagnostic[] {
    const fields: [string, boolean, string][] = [
        ['component', version['component'] === component, `'${component}'`],
        ['version', /^20\d{8}$/.test(String(version['version'])), 'a date and two digits, such as 2026112100'],
        ['requires', Number(version['requires']) >= 2024100700, 'the version of Moodle 4.5 (2024100700) or newer'],
        ['release', typeof version['release'] === 'string' && version['release'] !== '', 'a name people see, such as 1.0.0'],
        ['maturity', [50, 100, 150, 200].includes(Number(version['maturity'])), 'one of the MATURITY_ constants'],
        ['supported', Array.isArray(version['supported']) && version['supported'].length === 2, 'the oldest and the newest branch, such as [405, 503]'],
    ];
    return fields.filter(([, fits]) => !fits).map(([field, , expected]) => say.versionFieldWrong(field, expected));
}

function stringFindings(facts: Facts): Diagnostic[] {
    const english = new Set(facts.langs['en']);
    const needed: [string, string][] = [
        ['pluginname', 'every plugin'],
        ...facts.capabilities.map((name): [string, string] => [name.slice(name.indexOf('/') + 1), `the capability ${name}`]),
        ...facts.messages.map((name): [string, string] => [`messageprovider:${name}`, `the message provider ${name}`]),
        ...facts.caches.map((name): [string, string] => [`cachedef_${name}`, `the cache ${name}`]),
    ];
    const translations = Object.entries(facts.langs).filter(([lang]) => lang !== 'en');
    return [
        ...needed.filter(([key]) => !english.has(key)).map(([key, reason]) => say.stringMissing('en', key, reason)),
        ...translations.flatMap(([lang, keys]) => keys.filter(key => !english.has(key)).map(key => say.stringWithoutEnglish(lang, key))),
        ...translations.flatMap(([lang, keys]) =>
            [...english].filter(key => !keys.includes(key)).map(key => say.stringMissing(lang, key, 'the complete translation'))),
    ];
}

function capabilityFindings({type, name, capabilities, riskless}: Facts): Diagnostic[] {
    const area = `${type}/${name}`;
    const expected = type === 'block' ? [`${area}:addinstance`] : [];
    return [
        ...capabilities.filter(capability => !capability.startsWith(`${area}:`)).map(capability => say.capabilityNameWrong(capability, area)),
        ...expected.filter(capability => !capabilities.includes(capability)).map(() => say.requiredFileMissing('db/access.php')),
        ...riskless.filter(capability => !/:(my)?addinstance$/.test(capability)).map(say.capabilityWithoutRisk),
    ];
}

function tableFits(table: string, {type, name}: Facts): boolean {
    const prefix = type === 'mod' ? name : `${type}_${name}`;
    return table.length <= 53 && (table === prefix || table.startsWith(`${prefix}_`));
}

function privacyFindings({privacy, tables}: Facts): Diagnostic[] {
    const personal = Object.entries(tables).filter(([, fields]) => fields.some(field => /^user(id|modified|idfrom|idto)$/.test(field)));
    if (!privacy.exists) {
        return [say.privacyIncomplete('does not exist')];
    }
    if (personal.length > 0 && privacy.null) {
        return [say.privacyIncomplete(`says there are no personal data, but ${personal.map(([table]) => table).join(', ')} name users`)];
    }
    return personal.length > 0 && !privacy.users ? [say.privacyIncomplete('is no core_userlist_provider, so nobody can list whose data a context holds')] : [];
}

function amdFindings(files: ReadonlyMap<string, string>): Diagnostic[] {
    const sources = [...files.keys()].filter(path => path.startsWith('amd/src/') && path.endsWith('.js'));
    const built = (path: string): string => path.replace('amd/src/', 'amd/build/').replace(/\.js$/, '.min.js');
    return sources.filter(path => !files.has(built(path)) || !files.has(`${built(path)}.map`)).map(say.amdBuildStale);
}

function junkFindings(files: ReadonlyMap<string, string>): Diagnostic[] {
    const junk = [...files.keys()].filter(path => /(^|\/)(\.|Thumbs\.db|__MACOSX|node_modules\/|composer\.lock)|\.(orig|rej|bak|swp|exe|ts)$/.test(path));
    const empty = ending(files, '').filter(([path, text]) => text === '' && !/\.(png|gif|jpe?g|mbz)$/.test(path)).map(([path]) => path);
    return [
        ...junk.map(path => say.archiveWrong(path, 'A file that has no place in a plugin: it must not be shipped.')),
        ...empty.map(path => say.archiveWrong(path, 'An empty file.')),
    ];
}
