/** The block on the dashboard: how far one's own requests are. */

import {watchRequests} from './request_watch.ts';

/** Starts the block. */
export const init = (): void => {
    const block = document.querySelector<HTMLElement>('[data-region="block_my_external_backup_restore_courses-block"]');
    if (block !== null) {
        watchRequests(block, 0, Number(block.dataset['most']), () => Promise.resolve());
    }
};
