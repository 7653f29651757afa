/** How many messages wait in a course. */
export type Waiting = {readonly courseid: number; readonly count: number};

/**
 * How many messages of each course go next when there are only so many places: the same for all, and what a small course leaves
 * goes to the others. A place that cannot be shared out goes to the course that is named first.
 */
export function sharesOf(waiting: readonly Waiting[], places: number): readonly Waiting[] {
    const level = levelOf(waiting, places);
    const taken = waiting.reduce((sum, course) => sum + Math.min(course.count, level), 0);
    const shares: Waiting[] = [];
    let left = places - taken;
    for (const course of waiting) {
        const more = course.count > level && left > 0 ? 1 : 0;
        left -= more;
        shares.push({courseid: course.courseid, count: Math.min(course.count, level) + more});
    }
    return shares;
}

/** The most that every course may send so that all together keep to the places. */
function levelOf(waiting: readonly Waiting[], places: number): number {
    const sorted = waiting.toSorted((a, b) => a.count - b.count);
    let left = places;
    let courses = sorted.length;
    for (const course of sorted) {
        const even = Math.max(0, Math.floor(left / Math.max(1, courses)));
        if (course.count > even) {
            return even;
        }
        left -= course.count;
        courses -= 1;
    }
    return places;
}
