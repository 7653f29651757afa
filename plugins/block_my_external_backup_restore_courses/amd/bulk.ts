/** What may be done about the rows of the report that are ticked. */

import {Events} from 'core_table/dynamic';

const COMPONENT = 'block_my_external_backup_restore_courses';

/** Keeps the form below the report in step with the ticks. */
export const init = (): void => {
    const form = document.querySelector<HTMLFormElement>(`[data-region="${COMPONENT}-bulk"]`);
    const report = form?.closest<HTMLElement>(`.${COMPONENT}-report`) ?? null;
    if (form === null || report === null) {
        return;
    }
    const show = (): void => {
        const ticked = [...report.querySelectorAll<HTMLInputElement>('[data-togglegroup][data-toggle="target"], [data-togglegroup][data-bs-toggle="target"]')]
            .filter(({checked}) => checked);
        (form.elements.namedItem('ids') as HTMLInputElement).value = ticked.map(({value}) => value).join(',');
        form.querySelectorAll<HTMLElement>('select, button').forEach(field => field.toggleAttribute('disabled', ticked.length === 0));
    };
    report.addEventListener('change', show);
    document.addEventListener(Events.tableContentRefreshed, show);
    show();
};
