import type {Column} from '../manifest/shape.ts';
import {phpString} from '../php/literal.ts';

/** PHP that gives a column of a row some value of its kind; `$number` makes unique what must be. */
export function trialValue(column: Column): string {
    const kind = column.kind === 'nullable' ? column.of : column;
    switch (kind.kind) {
        case 'text': case 'longtext': case 'html':
            return "(string) $number";
        case 'choice':
            return phpString(kind.values[0] ?? '');
        case 'bool':
            return '1';
        case 'time':
            return '1700000000 + $number';
        default:
            return '$number';
    }
}
