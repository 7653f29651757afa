/** How one scenario went. */
export type Played = {readonly name: string; readonly passed: boolean; readonly said: string};

/** Plays one, and says how it went: what it says itself, or why it failed. */
export async function outcome(play: () => Promise<string>): Promise<Omit<Played, 'name'>> {
    try {
        return {passed: true, said: await play()};
    } catch (problem) {
        return {passed: false, said: problem instanceof Error ? problem.message : String(problem)};
    }
}
