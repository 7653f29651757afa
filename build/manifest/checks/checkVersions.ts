import {badVersion, columnNeedsDefault, requiresBeyond, schemaChanged, supportedBackwards, versionTooLow} from '../../diagnostics/manifest.ts';
import type {Model} from '../model.ts';
import {branchNumber} from '../moodleReleases.ts';
import {schemaChanges, type Change} from '../schemaChanges.ts';
import {schemaOf} from '../schemaOf.ts';
import type {Finding} from './finding.ts';

/** A version that Moodle takes, and that its upgrades can start from. */
export function checkVersions(model: Model): readonly Finding[] {
    const {version, moodle} = model.spec;
    const [from, to] = moodle.supported;
    return [
        ...(isVersion(version) ? [] : [{path: ['version'], say: place => badVersion(place, version)} satisfies Finding]),
        ...(branchNumber(from) <= branchNumber(to) ? [] : [{path: ['moodle'], say: place => supportedBackwards(place, from, to)} satisfies Finding]),
        ...(moodle.requires === from ? [] : [{path: ['moodle'], say: place => requiresBeyond(place, moodle.requires, from)} satisfies Finding]),
        ...releaseFindings(model),
    ];
}

function isVersion(version: number): boolean {
    const [, month = '', day = ''] = /^20\d\d(\d\d)(\d\d)\d\d$/.exec(String(version)) ?? [];
    return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
}

function releaseFindings(model: Model): readonly Finding[] {
    const {version} = model.spec;
    const newest = model.released.at(-1);
    if (newest === undefined) {
        return [];
    }
    if (version < newest.version) {
        return [{path: ['version'], say: place => versionTooLow(place, version, newest.version)}];
    }
    const {before, after} = schemaChanges(newest.tables, schemaOf(model));
    const changed = [...new Set([...before, ...after].map(({table}) => table))];
    return [
        ...(version === newest.version && changed.length > 0
            ? [{path: ['version'], say: place => schemaChanged(place, version, changed)} satisfies Finding] : []),
        ...before.flatMap(change => emptyColumn(model, change)),
    ];
}

/** Rows that are there already get no value for a new column, unless it has one of its own. */
function emptyColumn(model: Model, change: Change): readonly Finding[] {
    const isEmpty = change.does === 'add-field' && change.field.notnull && change.field.default === undefined;
    if (!isEmpty) {
        return [];
    }
    const short = Object.keys(model.spec.tables ?? {}).find(name => change.table === name || change.table === `${model.component}_${name}`) ?? '';
    return [{path: ['tables', short, 'fields', change.name], say: place => columnNeedsDefault(place, change.table, change.name)}];
}
