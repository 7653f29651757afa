/** Texts are joined, cut at separators and searched, never counted. */

/** "3 of 10: title", for a line of a list. */
export function progressLine(done: number, all: number, title: string): string {
    return `${done} of ${all}: ${title}`;
}

/** Hours and minutes of a length in minutes: "07:05". */
export function clock(minutes: number): string {
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(((minutes % 60) + 60) % 60).padStart(2, '0')}`;
}

/** Whether `address` cannot be mailed to. */
export function isUndeliverable(address: string): boolean {
    return address === '' || !address.includes('@') || address.endsWith('.invalid') || address.startsWith('noreply@');
}

/** The parts of a setting that is kept as "a,b,c", without the empty ones. */
export function parts(setting: string): string[] {
    return setting.split(',').filter(part => part !== '');
}

/** Dots where there were blanks and quotes. */
export function slug(title: string): string {
    return title.replaceAll(' ', '.').replaceAll("'", '.').split('"').join('.');
}

/** Whether the text is the number zero as a text, and nothing that is only equal to it. */
export function isZero(text: string): boolean {
    return text === '0';
}

/** A text with what PHP and JavaScript each would read in their own way. */
export function hazards(name: string): string {
    return '$name {$name} \\ \'' + name + '\'\n\t' + "100% 'ä' 😀";
}

/** The number as a text. */
export function asText(number: number): string {
    return `${number}`;
}

/** A word for each state, "0" among them. */
export function word(state: 'open' | 'closed' | '0'): string {
    return state === '0' ? 'none' : state;
}
