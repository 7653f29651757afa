import {missingField} from '../../diagnostics/manifest.ts';
import type {Model} from '../model.ts';
import type {Finding} from './finding.ts';

/** What a hand-written class tells people of can be deleted, too. */
export function checkPrivacy({spec}: Model): readonly Finding[] {
    const {also, forgotten} = spec.privacy ?? {};
    return also === undefined || forgotten !== undefined ? []
        : [{path: ['privacy', 'also'], say: place => missingField(place, 'privacy.forgotten', `the method that deletes what '${also}' tells of`)}];
}
