/** The hours of the receiver's day in which messages may leave: from the hour `from` until the hour `until`, at most 24. */
export type SendingHours = {readonly from: number; readonly until: number};

/** Seconds in an hour. */
const HOUR = 3600;

/** Seconds in a day of the clock. */
const WHOLE_DAY = 86400;

/**
 * The first moment from `now` on at which a message may leave, `offset` seconds east of Greenwich. Hours that run past midnight
 * (from 20 until 6) are fine; the same hour twice means always. Where clocks change before that moment it is asked again then.
 */
export function nextSending(now: number, offset: number, hours: SendingHours): number {
    const from = hours.from * HOUR;
    const length = (hours.until * HOUR - from + WHOLE_DAY) % WHOLE_DAY;
    if (length === 0) {
        return now;
    }
    const since = (((now + offset - from) % WHOLE_DAY) + WHOLE_DAY) % WHOLE_DAY;
    return since < length ? now : now + WHOLE_DAY - since;
}
