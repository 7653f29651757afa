import {missingField, unknownField, wrongField} from '../../diagnostics/manifest.ts';
import type {Wrong} from '../description.ts';
import {plugin} from '../shape.ts';
import type {Finding} from './finding.ts';

/** Whether a manifest is made of the right fields at all. Nothing else is looked at before it is. */
export function checkShape(spec: unknown): readonly Finding[] {
    return plugin.check(spec, []).map(findingOf);
}

function findingOf({path, problem}: Wrong): Finding {
    const field = path.join('.');
    switch (problem.is) {
        case 'missing':
            return {path, say: place => missingField(place, field, problem.expected)};
        case 'unknown':
            return {path, say: place => unknownField(place, field, problem.meant, problem.known)};
        case 'other':
            return {path, say: place => wrongField(place, field === '' ? 'The manifest' : field, problem.expected, problem.got, problem.meant)};
    }
}
