import type {Model} from '../model.ts';
import {checkDefaults} from './checkDefaults.ts';
import {checkNames} from './checkNames.ts';
import {checkPrivacy} from './checkPrivacy.ts';
import {checkReferences} from './checkReferences.ts';
import {checkStrings} from './checkStrings.ts';
import {checkTables} from './checkTables.ts';
import {checkVersions} from './checkVersions.ts';
import type {Finding} from './finding.ts';

/** Everything that is wrong with a manifest of the right shape. */
export function checkModel(model: Model): readonly Finding[] {
    return [checkNames, checkTables, checkReferences, checkPrivacy, checkStrings, checkDefaults, checkVersions].flatMap(check => check(model));
}
