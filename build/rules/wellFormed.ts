/** Half of a letter beyond the first 65,536: JavaScript has texts with such halves, UTF-8 and so PHP has not. */
const HALF_LETTER = /[\ud800-\udfff]/u;

/** Whether a text holds whole letters only. */
export const isWhole = (text: string): boolean => !HALF_LETTER.test(text);
