/** One call of a rule: its name, in both languages, and its arguments, as they travel to both languages. */
export type Call = {readonly name: string; readonly phpName: string; readonly phpClass: string; readonly given: readonly unknown[]};
