/** Whole percent of what is done, rounded down, so that 100 says that nothing is left; 100 where nothing is asked. */
export function percent(done: number, total: number): number {
    if (total <= 0) {
        return 100;
    }
    return Math.floor((Math.min(Math.max(done, 0), total) * 100) / Math.max(1, total));
}
