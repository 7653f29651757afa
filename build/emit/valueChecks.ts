import type {Kind, RecordOf} from '../manifest/kinds.ts';
import {lineParts} from '../php/literal.ts';
import {bare, isRecord} from './externalKinds.ts';

/** Where a value stands: as PHP reads it, and as the message of a refusal names it (inside double quotes). */
type Spot = {readonly expression: string; readonly label: string; readonly depth: number};

const INDEX = ['index', 'inner', 'innermost'] as const;

/** PHP statements that refuse what PARAM_* types let through, and clean HTML; the field at fault is named. */
export function valueChecks(fields: RecordOf, expression: string, label = '', depth = 0): readonly string[] {
    return Object.entries(fields).flatMap(([name, kind]) => checksOf(kind, {
        expression: `${expression}['${name}']`,
        label: label === '' ? name : `${label}.${name}`,
        depth,
    }));
}

function checksOf(kind: Kind, spot: Spot): readonly string[] {
    const {kind: of, nullable} = bare(kind);
    const checks = checksOfBare(of, spot);
    return nullable && checks.length > 0 ? [`if (${spot.expression} !== null) {`, ...checks, '}'] : checks;
}

function checksOfBare(kind: Kind, spot: Spot): readonly string[] {
    const {expression} = spot;
    switch (kind.kind) {
        case 'int': case 'duration':
            return rangeChecks(kind, spot);
        case 'text':
            return [...cleaned(kind.as === 'cleanhtml', expression), ...lengthChecks(kind, spot)];
        case 'longtext':
            return cleaned(kind.as === 'cleanhtml', expression);
        case 'html':
            return cleaned(true, expression);
        case 'choice':
            return choiceCheck(kind.values, spot);
        case 'choices':
            return loop(spot, item => choiceCheck(kind.values, item));
        case 'list':
            return loop(spot, item => (isRecord(kind.of) ? valueChecks(kind.of, item.expression, item.label, item.depth) : checksOf(kind.of, item)));
        case 'group':
            return valueChecks(kind.fields, expression, spot.label, spot.depth);
        default:
            return [];
    }
}

function lengthChecks({length, least}: {readonly length: number; readonly least?: number}, spot: Spot): readonly string[] {
    const letters = `\\core_text::strlen(${spot.expression})`;
    return [
        ...(least === undefined ? [] : refusal(`${letters} < ${least}`, spot, `must have ${least} characters or more`)),
        ...refusal(`${letters} > ${length}`, spot, `may have ${length} characters at most`),
    ];
}

function rangeChecks({min, max}: {readonly min?: number; readonly max?: number}, spot: Spot): readonly string[] {
    return [
        ...(min === undefined ? [] : refusal(`${spot.expression} < ${min}`, spot, `must be ${min} or more`)),
        ...(max === undefined ? [] : refusal(`${spot.expression} > ${max}`, spot, `must be ${max} or less`)),
    ];
}

function choiceCheck(values: readonly string[], spot: Spot): readonly string[] {
    const allowed = values.map(value => `'${value}'`).join(', ');
    return refusal(`!in_array(${spot.expression}, [${allowed}], true)`, spot, `must be one of ${values.join(', ')}`);
}

function cleaned(wanted: boolean, expression: string): readonly string[] {
    return wanted ? [`${expression} = clean_param(${expression}, PARAM_CLEANHTML);`] : [];
}

function loop(spot: Spot, inside: (item: Spot) => readonly string[]): readonly string[] {
    const index = `$${INDEX[spot.depth] ?? `index${spot.depth}`}`;
    const checks = inside({expression: `${spot.expression}[${index}]`, label: `${spot.label}[{${index}}]`, depth: spot.depth + 1});
    return checks.length === 0 ? [] : [`foreach (array_keys(${spot.expression}) as ${index}) {`, ...checks, '}'];
}

function refusal(condition: string, spot: Spot, what: string): readonly string[] {
    const quote = spot.label.includes('$') ? '"' : "'";
    const message = lineParts(`${spot.label} ${what}`).map(part => `${quote}${part}${quote}`).join(' . ');
    return [`if (${condition}) {`, `throw new \\invalid_parameter_exception(${message});`, '}'];
}
