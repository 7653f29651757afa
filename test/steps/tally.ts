/** What a step, or a whole run, came to. */
export type Tally = {readonly passed: number; readonly failed: number; readonly skipped: number};

export const PASSED: Tally = {passed: 1, failed: 0, skipped: 0};
export const FAILED: Tally = {passed: 0, failed: 1, skipped: 0};
export const SKIPPED: Tally = {passed: 0, failed: 0, skipped: 1};
export const NOTHING: Tally = {passed: 0, failed: 0, skipped: 0};

export function sumTallies(tallies: readonly Tally[]): Tally {
    return tallies.reduce((sum, tally) => ({
        passed: sum.passed + tally.passed,
        failed: sum.failed + tally.failed,
        skipped: sum.skipped + tally.skipped,
    }), NOTHING);
}

/** The line every run closes with; `.ci/run` and readTally read it back. */
export function formatTally(tally: Tally): string {
    return `${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`;
}

/** The last closing line in the output of another run, or null where it never got that far. */
export function readTally(output: string): Tally | null {
    const last = [...output.matchAll(/^(\d+) passed, (\d+) failed, (\d+) skipped$/gm)].at(-1);
    return last === undefined ? null : {passed: Number(last[1]), failed: Number(last[2]), skipped: Number(last[3])};
}
