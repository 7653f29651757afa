/** A placeholder of a text and what stands in its place. */
export type Replacement = {readonly name: string; readonly value: string};

/** Where in a mail a placeholder stands: in the text, at the start of an address, or further on in one or in another attribute. */
export type Place = 'text' | 'start' | 'part';

/** The placeholders that a subject or a body may hold, each between double braces. */
export const PLACEHOLDERS: readonly string[] = [
    'FIRSTNAME',
    'LASTNAME',
    'USERNAME',
    'COURSE',
    'COURSESHORT',
    'COURSEID',
    'SITENAME',
    'STARTDATE',
    'ENDDATE',
    'DAYS',
    'DURATION',
    'WWWROOT',
    'CONTACTURL',
];

/** The placeholders that hold a whole address, and may open one. */
export const ADDRESSES: readonly string[] = ['WWWROOT', 'CONTACTURL'];

/** What opens a placeholder. */
const OPEN = '{{';

/** What closes a placeholder. */
const CLOSE = '}}';

/** The attributes that are read or heard as they stand; every other one is filled in as if it were an address. */
const SAID: readonly string[] = [' title=', ' alt=', ' aria-label='];

/** The attributes whose value is an address from its first letter on. */
const LEADING: readonly string[] = [' href=', ' src='];

/** A text whose placeholders can be read again where an address had their braces encoded. */
export function readable(text: string): string {
    return text
        .replaceAll('%7B', '%7b')
        .replaceAll('%7D', '%7d')
        .replaceAll('%7b%7b', OPEN)
        .replaceAll('%7d%7d', CLOSE)
        .replaceAll('%7b', '%7B')
        .replaceAll('%7d', '%7D');
}

/** What stands between double braces in a text and is no placeholder. */
export function unknownPlaceholders(text: string): readonly string[] {
    const named = readable(text)
        .split(OPEN)
        .slice(1)
        .filter(part => part.includes(CLOSE))
        .map(part => part.split(CLOSE).at(0) ?? '');
    return named.filter((name, index) => !PLACEHOLDERS.includes(name) && named.indexOf(name) === index);
}

/** The placeholders of a clean body that open an address and hold none. */
export function badAddresses(html: string): readonly string[] {
    const opening = placed(html)
        .split(OPEN)
        .slice(1)
        .map(part => part.split(CLOSE).at(0) ?? '')
        .filter(name => name.endsWith(':start'))
        .map(name => name.split(':').at(0) ?? '');
    return opening.filter((name, index) => !ADDRESSES.includes(name) && opening.indexOf(name) === index);
}

/** Whether a clean body leads to the course already. */
export function leadsToCourse(html: string): boolean {
    return readable(html).includes('/course/view.php?id={{COURSEID}}');
}

/** A clean body whose placeholders say where they stand, since that decides how they are filled in. */
export function placed(html: string): string {
    const parts = html.split(OPEN);
    const first = parts.at(0) ?? '';
    let done = first;
    let tag = first.includes('<') ? afterTag(first) : '>';
    for (const part of parts.slice(1)) {
        done = `${done}${OPEN}${marked(part, placeOf(tag))}`;
        tag = part.includes('<') ? afterTag(part) : `${tag.includes('>') ? '>' : tag}${OPEN}${part}`;
    }
    return done;
}

/** A text that began with a placeholder's opening braces, and now says where it stands. */
function marked(part: string, place: Place): string {
    const name = part.split(CLOSE).at(0) ?? '';
    return place === 'text' || !part.includes(CLOSE) || !PLACEHOLDERS.includes(name)
        ? part
        : `${name}:${place}${CLOSE}${part.split(CLOSE).slice(1).join(CLOSE)}`;
}

/** What follows the last sign that may open a tag; a text that is no tag any more holds the sign that closes it. */
function afterTag(text: string): string {
    return text.split('<').at(-1) ?? '';
}

/** Where the end of a tag, as cleaning leaves it, is: behind an odd number of quotes is within an attribute. */
function placeOf(tag: string): Place {
    const pieces = tag.split('"');
    const attribute = pieces.at(-2) ?? '';
    if (tag.includes('>') || (pieces.length % 2 === 0 && SAID.some(name => attribute.endsWith(name)))) {
        return 'text';
    }
    return tag.endsWith('="') && LEADING.some(name => attribute.endsWith(name)) ? 'start' : 'part';
}

/** What stands at the start of an address: an address of the web, or one that leads nowhere. */
export function addressOf(value: string): string {
    return value.startsWith('https://') || value.startsWith('http://') ? value : '#';
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
