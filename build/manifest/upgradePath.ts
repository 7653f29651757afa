import type {Model} from './model.ts';
import type {Schema} from './schema.ts';
import {schemaChanges, type Change} from './schemaChanges.ts';
import {schemaOf} from './schemaOf.ts';

export type UpgradeStep = {readonly version: number; readonly changes: readonly Change[]};
export type UpgradePath = {
    /** What each version adds, oldest first. */
    readonly steps: readonly UpgradeStep[];
    /** Version of the last one, in which the plugin moves its data. */
    readonly version: number;
    /** What is done once the data has moved, from whatever version it came. */
    readonly last: readonly Change[];
};

/**
 * The way from any released schema to the present one. Nothing is dropped before the plugin's own method has moved the data, not even
 * what a version in between dropped: a site may come from before that version.
 */
export function upgradePath(model: Model): UpgradePath {
    const now = schemaOf(model);
    const {released, spec} = model;
    const newest = released.at(-1);
    const versions = newest === undefined || newest.version < spec.version ? [...released, {version: spec.version, tables: now}] : released;
    const changes = versions.slice(1).map(({version, tables}, index) => ({version, ...schemaChanges(versions[index]?.tables ?? {}, tables)}));
    return {
        steps: changes.map(({version, before}) => ({version, changes: before})).filter(step => step.changes.length > 0),
        version: spec.version,
        last: changes.flatMap(({after}) => after).filter(change => stillHolds(change, now)),
    };
}

/** A later version may have taken back what an earlier one did last. */
function stillHolds(change: Change, now: Schema): boolean {
    const table = now[change.table];
    switch (change.does) {
        case 'drop-table':
            return table === undefined;
        case 'drop-field':
            return table !== undefined && table.fields[change.name] === undefined;
        case 'add-key':
            return alike(table?.keys[change.name], change.key);
        case 'add-index':
            return alike(table?.indexes[change.name], change.index);
        case 'change-field':
            return alike(table?.fields[change.name], change.field);
        default:
            return true;
    }
}

const alike = (one: object | undefined, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);
