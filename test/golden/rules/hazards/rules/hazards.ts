/** What PHP and JavaScript are known to disagree on, each in a rule of its own. */

export type Row = {readonly id: number; readonly rank: number};

/** Whether the text is there: '0' is a text like any other. */
export function isGiven(text: string): boolean {
    return text !== '';
}

/** Whether two texts are the same text; '1e1' and '10' are not. */
export function isSame(a: string, b: string): boolean {
    return a === b;
}

/** The place of a text among numeric ones. */
export function place(text: '0' | '00' | '0.0'): number {
    return ['00', '0', '0.0'].indexOf(text);
}

/** Which of the texts are in the other list; '1' is not '01'. */
export function inBoth(texts: readonly string[], others: readonly string[]): string[] {
    return texts.filter(text => others.includes(text));
}

/** A list that may become empty, inside a record. */
export function positive(numbers: readonly number[]): {readonly found: readonly number[]; readonly any: boolean} {
    const found = numbers.filter(number => number > 0);
    return {found, any: found.length > 0};
}

/** What is left of a division below zero: minus zero in JavaScript. */
export function rest(number: number): number {
    return number % 5;
}

/** Whether a zero has no sign. */
export function isZero(number: number): boolean {
    return number * -1 === 0 && `${number * -1}` === '0';
}

/** The sum, as long as it is below 2^53. */
export function plus(a: number, b: number): number {
    return a + b;
}

/** Rows by rank; those of one rank as they came. */
export function byRank(rows: readonly Row[]): Row[] {
    return rows.toSorted((a, b) => a.rank - b.rank);
}

/** The first half of a list, whose keys start at 0 again after the filter. */
export function later(rows: readonly Row[]): number[] {
    return rows.filter(row => row.rank > 0).map(row => row.id);
}

/** Without the word, whatever letters stand around it. */
export function without(text: string, word: string): string {
    return text.includes(word) ? text.split('ä').join('a') : text;
}

/** The quotient rounded down, next to whole numbers too. */
export function third(number: number): number {
    return Math.floor(number / 3);
}
