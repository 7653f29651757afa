/** How messages to a destination get on. */
export type Feed = {
    readonly stopped: boolean;
    /** When the oldest message that waits was written; 0 where none does. */
    readonly oldest: number;
    /** When the administrators were last told; 0 where they were not told since all was well. */
    readonly told: number;
};

/** Whether messages are held up: nobody is let in, or the oldest waits longer than `after` seconds. */
export function isBlocked(feed: Feed, now: number, after: number): boolean {
    return feed.stopped || (feed.oldest > 0 && now - feed.oldest > after);
}

/** Whether the administrators are to be told: once each time, however long it lasts. */
export function isNews(feed: Feed, now: number, after: number): boolean {
    return feed.told === 0 && isBlocked(feed, now, after);
}
