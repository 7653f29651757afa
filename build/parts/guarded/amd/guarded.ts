/** Work that a page does by itself, with nobody who waits for it. */

import Notification from 'core/notification';
import Pending from 'core/pending';

/** Does it: tests of pages wait until it has ended, and what goes wrong is shown. */
export const guarded = async(what: string, work: () => Promise<void>): Promise<void> => {
    const pending = new Pending(`part_guarded/${what}`);
    try {
        await work();
    } catch (error) {
        await Notification.exception(error);
    } finally {
        pending.resolve();
    }
};
