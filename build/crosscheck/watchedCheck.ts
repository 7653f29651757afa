import {notYetWatchable, unknownWatched, watchedType} from '../diagnostics/crosscheck.ts';
import type {Diagnostic, Place} from '../diagnostics/diagnostic.ts';
import {watchables} from '../core/watchables.ts';
import type {Model} from '../manifest/model.ts';
import {nearest} from '../manifest/nearest.ts';
import type {Classes} from './classCheck.ts';
import {lineOf} from './lineOf.ts';

const ANY_EVENT = 'core\\event\\base';

/** Finds events and hooks that Moodle has not, and methods that take another one than they are handed. */
export function watchedCheck(model: Model, classes: Classes, sources: ReadonlyMap<string, string>): readonly Diagnostic[] {
    const {observers = {}, hooks = {}} = model.spec;
    const manifest = sources.get('manifest.ts') ?? '';
    const answers = Object.entries(hooks).map(([name, {run}]) => [name, run] as const);
    return [...Object.entries(observers), ...answers].flatMap(([name, run]) => {
        const at: Place = {file: `${model.sources}/manifest.ts`, line: lineOf(manifest, run)};
        return [...nameProblems(name, model, at), ...typeProblems(name, run, model, classes, at)];
    });
}

/** Of plugins that are not Moodle's own nothing is known: they come and go. */
function nameProblems(name: string, {component, spec}: Model, at: Place): readonly Diagnostic[] {
    const [owner = ''] = name.split('\\');
    const known = watchables();
    const ofOwner = [...known.keys()].filter(one => one.startsWith(`${owner}\\`));
    if (name.includes('*') || owner === component || (ofOwner.length === 0 && !owner.startsWith('core'))) {
        return [];
    }
    const listed = known.get(name);
    if (listed === undefined) {
        return [unknownWatched(at, name, nearest(name, ofOwner) ?? nearest(name, known.keys()))];
    }
    return listed.releases.some(release => isSupported(release, spec.moodle.supported)) ? [] : [notYetWatchable(at, name, listed.releases)];
}

/** What the newest release has that was looked at, later ones have as well as far as anybody knows. */
function isSupported(release: string, [from, until]: readonly [string, string]): boolean {
    const isLast = [...watchables().values()].every(({releases}) => releases.every(other => order(other) <= order(release)));
    return order(release) <= order(until) && (isLast || order(from) <= order(release));
}

const order = (release: string): number => release.split('.').reduce((sum, part) => sum * 100 + Number(part), 0);

/** What a method's first parameter may be declared as: the event itself, or what it extends. */
function typeProblems(name: string, run: string, model: Model, {known}: Classes, at: Place): readonly Diagnostic[] {
    const [place = '', method = ''] = run.split('::');
    const holder = known.get(`${model.component}\\local\\${place.replaceAll('/', '\\')}`);
    const type = holder?.methods.get(method.toLowerCase())?.parameters[0]?.type ?? null;
    return type === null || ['mixed', 'object'].includes(type) || fitting(name).includes(type) ? [] : [watchedType(at, run, name, type)];
}

function fitting(name: string): readonly string[] {
    if (!/\\event\\|\*/.test(name)) {
        return [name];
    }
    const parent = watchables().get(name)?.parent ?? null;
    return name.includes('*') ? [ANY_EVENT] : [name, ...(parent === null ? [ANY_EVENT] : fitting(parent))];
}
