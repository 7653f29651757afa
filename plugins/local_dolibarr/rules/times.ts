/** An item of a checklist for one person, with what was ticked, marked and declared. */
export type Item = {
    /** 0 mandatory, 1 optional; what else there is are headings. */
    readonly optional: number;
    /** Minutes that it is worth.
     * @maximum 1000000
     */
    readonly credit: number;
    readonly hidden: boolean;
    /** Whether the person is in the grouping that it is for. */
    readonly theirs: boolean;
    /** Who ticks it off: 0 the learner, 1 the teacher, 2 both, 3 either of them. */
    readonly edit: number;
    /** What a declared time does: 0 nothing, 1 counts where it is more, 2 counts where it is less, 3 counts. */
    readonly policy: number;
    readonly ticked: boolean;
    readonly marked: boolean;
    /** Minutes that the learner declared.
     * @maximum 1000000
     */
    readonly declared: number;
};

/** Items of one kind: how many, how many are done, minutes that they are worth, and those acquired. */
export type Sum = {readonly items: number; readonly done: number; readonly minutes: number; readonly acquired: number};

/** The learning time of one person in a course. */
export type Times = {readonly mandatory: Sum; readonly optional: Sum};

/** Of which kind an activity is: where a course says what completes it, other activities are optional. */
export function kindOf(iscriterion: boolean, hascriteria: boolean): number {
    return hascriteria && !iscriterion ? 1 : 0;
}

/** Whether an item is done, by who ticks it off. */
export function isDone(item: Item): boolean {
    switch (item.edit) {
        case 0:
            return item.ticked;
        case 1:
            return item.marked;
        case 2:
            return item.ticked && item.marked;
        default:
            return item.ticked || item.marked;
    }
}

/** Minutes that an item brings once it is done. */
export function minutesOf(item: Item): number {
    switch (item.policy) {
        case 1:
            return Math.max(item.credit, item.declared);
        case 2:
            return Math.min(item.credit, item.declared);
        case 3:
            return item.declared;
        default:
            return item.credit;
    }
}

/** The learning time over all items of all checklists of a course. Headings, hidden items and those of others count nowhere. */
export function timesOf(items: readonly Item[]): Times {
    const counted = items.filter(item => !item.hidden && item.theirs);
    return {
        mandatory: sumOf(counted.filter(item => item.optional === 0)),
        optional: sumOf(counted.filter(item => item.optional === 1)),
    };
}

/** Items summed up. */
function sumOf(items: readonly Item[]): Sum {
    const done = items.filter(item => isDone(item));
    return {
        items: items.length,
        done: done.length,
        minutes: items.reduce((sum, item) => sum + item.credit, 0),
        acquired: done.reduce((sum, item) => sum + minutesOf(item), 0),
    };
}
