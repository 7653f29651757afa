/** The other Moodles among the settings: a button of each row tries it as it stands there, before anything is saved. */

import {call} from '../client.ts';
import {guarded} from '../../../../build/parts/guarded/amd/guarded.ts';

const COLOURS = {ok: 'text-success', warning: 'text-warning', error: 'text-danger'} as const;

type Finding = {readonly level: keyof typeof COLOURS; readonly text: string};

/** Watches the buttons of the list. */
export const init = (list: HTMLElement): void => {
    list.addEventListener('click', event => {
        const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('[data-action="test"]') : null;
        if (button !== null) {
            void guarded('remote_moodles:test', () => press(button));
        }
    });
};

const press = async(button: HTMLButtonElement): Promise<void> => {
    const row = button.closest<HTMLElement>('[data-region="remote-moodle"]');
    button.disabled = true;
    try {
        await (row === null ? undefined : test(row));
    } finally {
        button.disabled = false;
    }
};

const test = async(row: HTMLElement): Promise<void> => {
    const [url, token] = [...row.querySelectorAll<HTMLInputElement>('input:not([type="checkbox"])')].map(field => field.value);
    const findings: readonly Finding[] = await call('test_remote', {url: url ?? '', token: token ?? ''});
    const shown = findings.map(({level, text}) => {
        const item = document.createElement('li');
        item.className = COLOURS[level];
        item.textContent = text;
        return item;
    });
    row.querySelector('[data-region="findings"]')?.replaceChildren(...shown);
};
