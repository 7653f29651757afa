/** When an access ends, and what to say about it. */

/** The names of the end signals. */
export type EndSignal = 'closed' | 'onedaytoend' | 'oneweeknearend';

type Step = {
    readonly signal: EndSignal;
    readonly after: number;
    readonly up_to: number;
};

const DAY = 86400;

/** From the nearest to the farthest. */
const LADDER: readonly Step[] = [
    {signal: 'closed', after: -15 * DAY, up_to: 0},
    {signal: 'onedaytoend', after: 0, up_to: DAY},
    {signal: 'oneweeknearend', after: DAY, up_to: 7 * DAY},
];

/** The end signal that is due for an access that ends at `end`, or null. Only the nearest one counts. */
export function dueEndSignal(end: number | null, now: number, enabled: readonly EndSignal[]): EndSignal | null {
    if (end === null) {
        return null;
    }
    const left = end - now;
    return LADDER.find(step => enabled.includes(step.signal) && left > step.after && left <= step.up_to)?.signal ?? null;
}
