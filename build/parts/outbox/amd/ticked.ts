/** What may be done about the messages that are ticked. */

import {Events} from 'core_table/dynamic';

/** The boxes of rows, as Moodle 4.5 and later ones call them. */
const BOXES = '[data-togglegroup][data-toggle="slave"], [data-togglegroup][data-toggle="target"]';

/** Keeps the form below the report in step with the ticks. */
export const init = (): void => {
    const form = document.querySelector<HTMLFormElement>('[data-region="part_outbox-ticked"]');
    const report = form?.closest<HTMLElement>('[data-region="part_outbox-report"]') ?? null;
    if (form === null || report === null) {
        return;
    }
    const show = (): void => {
        const ticked = [...report.querySelectorAll<HTMLInputElement>(BOXES)].filter(({checked}) => checked);
        (form.elements.namedItem('ids') as HTMLInputElement).value = ticked.map(({value}) => value).join(',');
        form.querySelector('button')?.toggleAttribute('disabled', ticked.length === 0);
    };
    report.addEventListener('change', show);
    document.addEventListener(Events.tableContentRefreshed, show);
    show();
};
