/** A placeholder of a text and what stands in its place. */
export type Replacement = {readonly name: string; readonly value: string};

/** The placeholders that a subject or a body may hold, each between double braces. */
export const PLACEHOLDERS: readonly string[] = [
    'WWWROOT',
    'COURSE',
    'COURSESHORT',
    'COURSEID',
    'SITENAME',
    'USERNAME',
    'FIRSTNAME',
    'LASTNAME',
    'CONTACTURL',
    'DAYS',
    'STARTDATE',
    'ENDDATE',
];

/** What opens a placeholder. */
const OPEN = '{{';

/** What closes a placeholder. */
const CLOSE = '}}';

/** What stands between double braces in a text and is no placeholder. */
export function unknownPlaceholders(text: string): readonly string[] {
    const named = text
        .split(OPEN)
        .slice(1)
        .filter(part => part.includes(CLOSE))
        .map(part => part.split(CLOSE).at(0) ?? '');
    return named.filter((name, index) => !PLACEHOLDERS.includes(name) && named.indexOf(name) === index);
}

/** The text with its placeholders replaced, once: what a value holds is never replaced again. */
export function fillIn(text: string, replacements: readonly Replacement[]): string {
    const parts = text.split(OPEN);
    const rest = parts.slice(1).map(part => fillPart(part, replacements));
    return `${parts.at(0) ?? ''}${rest.join('')}`;
}

/** A text that began with a placeholder's opening braces, with that placeholder replaced. */
function fillPart(part: string, replacements: readonly Replacement[]): string {
    const replacement = replacements.find(candidate => part.startsWith(`${candidate.name}${CLOSE}`)) ?? null;
    if (replacement === null) {
        return `${OPEN}${part}`;
    }
    return `${replacement.value}${part.split(CLOSE).slice(1).join(CLOSE)}`;
}
