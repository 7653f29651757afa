import {brokenTemplate} from '../diagnostics/crosscheck.ts';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {EMITTERS} from '../emit/index.ts';
import type {Model} from '../manifest/model.ts';
import {parsePhp} from '../php/parse.ts';
import {capabilityCheck} from './capabilityCheck.ts';
import {classCheck, type Classes} from './classCheck.ts';
import {classesIn} from './classTable.ts';
import {snakeCase} from '../snakeCase.ts';
import {declaredBy} from './declared.ts';
import {eventNameCheck} from './eventNameCheck.ts';
import {methodCheck} from './methodCheck.ts';
import {mustacheUses, templateProblem} from './mustacheUses.ts';
import {nameCheck} from './nameCheck.ts';
import {textOf} from './pattern.ts';
import {pageCheck} from './pageCheck.ts';
import {phpConstants} from './phpConstants.ts';
import {phpFile, type PhpFile} from './phpFile.ts';
import {phpUses} from './phpUses.ts';
import {scriptUses} from './scriptUses.ts';
import {tableCheck} from './tableCheck.ts';
import {unusedCheck} from './unusedCheck.ts';
import {unusedDeclarations} from './unusedDeclarations.ts';
import type {Said} from './use.ts';
import {watchedCheck} from './watchedCheck.ts';

/**
 * Holds the sources of a plugin, by path below its folder, against its manifest: whatever they ask for by name must be there, and
 * what is there must be asked for.
 */
export function crossCheck(model: Model, files: ReadonlyMap<string, string>): readonly Diagnostic[] {
    const written = writtenPhp(model, files);
    const generated = generatedPhp(model);
    const php = [...written, ...generated];
    const declared = declaredBy(model, [...files.keys()]);
    const constants = phpConstants(php);
    const classes: Classes = {known: classesIn(php), others: new Set([...ruleClasses(model, files), ...unreadClasses(model, files, written)])};
    const byHand = [...written.map(file => phpUses(file, model.component, constants)), ...otherSources(model, files)];
    const said = [...byHand, ...generated.map(file => phpUses(file, model.component, constants))];
    const texts = said.flatMap(({texts: found}) => found);
    const unreadable = [...brokenPhp(model, files), ...templateProblems(model, files)];
    return ordered([
        ...unreadable,
        ...nameCheck(said.flatMap(({uses}) => uses), declared),
        ...capabilityCheck(written, model, declared),
        ...written.flatMap(file => tableCheck(file, declared, constants)),
        ...classCheck(written.filter(file => !file.path.includes('/php/tests/')), classes, model),
        ...methodCheck(model, classes, files),
        ...pageCheck(model, written, files),
        ...watchedCheck(model, classes, files),
        ...eventNameCheck(model, files),
        // What a broken file asks for is not known: it would make whatever only it uses look unused. An alpha may declare what is still to come.
        ...(unreadable.length === 0 && model.spec.maturity !== 'alpha' ? [...unusedCheck(model, declared, files, texts), ...unusedDeclarations(model, files, byHand.flatMap(({texts: found}) => found))] : []),
    ]);
}

/** The strings of the plugin that its sources name whole, and nobody has written. */
export function stringsWanted(model: Model, files: ReadonlyMap<string, string>): readonly string[] {
    const {strings} = declaredBy(model, [...files.keys()]);
    const php = [...writtenPhp(model, files), ...generatedPhp(model)];
    const constants = phpConstants(php);
    const said = [...php.map(file => phpUses(file, model.component, constants)), ...otherSources(model, files)];
    const uses = said.flatMap(({uses: found}) => found);
    const names = uses.flatMap(({kind, name}) => (kind === 'string' ? textOf(name) ?? [] : []));
    return [...new Set(names)].filter(name => !strings.has(name));
}

function brokenPhp(model: Model, files: ReadonlyMap<string, string>): readonly Diagnostic[] {
    return parsePhp(new Map([...files].filter(([path]) => isWrittenPhp(path)).map(([path, text]) => [`${model.sources}/${path}`, text])));
}

const isWrittenPhp = (path: string): boolean => /^php\/.*\.php$/.test(path);

function writtenPhp(model: Model, files: ReadonlyMap<string, string>): readonly PhpFile[] {
    return [...files].flatMap(([path, text]) => (isWrittenPhp(path) ? phpFile(`${model.sources}/${path}`, text, true) ?? [] : []));
}

/** What the manifest becomes asks for strings and classes as well; a finding there is one about the manifest. */
function generatedPhp(model: Model): readonly PhpFile[] {
    const texts = Object.values(EMITTERS).flatMap(emitter => [...emitter(model)]);
    const telling = texts.filter(([path]) => path.endsWith('.php') && !/^lang\/|^db\/access\.php$/.test(path));
    return telling.flatMap(([, text]) => phpFile(`${model.sources}/manifest.ts`, text, false) ?? []);
}

function otherSources(model: Model, files: ReadonlyMap<string, string>): readonly Said[] {
    return [...files].flatMap(([path, text]) => {
        const place = `${model.sources}/${path}`;
        if (path.endsWith('.mustache')) {
            return [mustacheUses(place, text, model.component)];
        }
        return /^(amd|rules)\/.*\.[jt]s$/.test(path) ? [scriptUses(place, text, model.component)] : [];
    });
}

/** Classes of files that the parser cannot read: they are there, and nothing more is known of them. */
function unreadClasses(model: Model, files: ReadonlyMap<string, string>, read: readonly PhpFile[]): readonly string[] {
    const known = new Set(read.map(file => file.path));
    return [...files.keys()].flatMap(path => {
        const below = /^php\/classes\/(.+)\.php$/.exec(path)?.[1];
        return below === undefined || known.has(`${model.sources}/${path}`) ? [] : [`${model.component}\\${below.replaceAll('/', '\\')}`];
    });
}

function templateProblems(model: Model, files: ReadonlyMap<string, string>): readonly Diagnostic[] {
    return [...files].flatMap(([path, text]) => {
        const problem = path.endsWith('.mustache') ? templateProblem(text) : null;
        return problem === null ? [] : [brokenTemplate({file: `${model.sources}/${path}`, line: problem.line}, problem.reason)];
    });
}

function ruleClasses(model: Model, files: ReadonlyMap<string, string>): readonly string[] {
    return [...files.keys()].flatMap(path => {
        const name = /^rules\/(.+)\.ts$/.exec(path)?.[1];
        return name === undefined ? [] : [`${model.component}\\local\\rules\\${snakeCase(name).replaceAll('/', '\\')}`];
    });
}

/** In the order of a reader's files, each finding once. */
function ordered(found: readonly Diagnostic[]): readonly Diagnostic[] {
    const once = new Map(found.map(diagnostic => [JSON.stringify(diagnostic), diagnostic]));
    return [...once.values()].sort((one, other) => (one.file ?? '').localeCompare(other.file ?? '') || (one.line ?? 0) - (other.line ?? 0));
}
