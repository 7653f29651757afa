/** A count for each day, oldest first. */
export type Days = readonly {readonly time: number | null; readonly count: number}[];

/**
 * A walk over days.
 */
export class DayWalk {
    private readonly days: Days;
    protected at: number = 0;

    /** @param days oldest first */
    constructor(days: Days) {
        this.days = days;
    }

    next(step?: number): number | null {
        this.at += step ?? 1;
        return this.days[this.at]?.count ?? null;
    }
}

function add(a: number, b: number): number {
    return a + b;
}

/** The sum of all days. */
export const sum = (days: Days): number => days.map(day => day.count).reduce(add, 0);

/** Loads the other part later. */
export const later = () => import('../forecast_chart.ts');
