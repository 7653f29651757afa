// This file is part of Moodle - http://moodle.org/
//
// Moodle is free software: you can redistribute it and/or modify
// it under the terms of the GNU General Public License as published by
// the Free Software Foundation, either version 3 of the License, or
// (at your option) any later version.
//
// Moodle is distributed in the hope that it will be useful,
// but WITHOUT ANY WARRANTY; without even the implied warranty of
// MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the
// GNU General Public License for more details.
//
// You should have received a copy of the GNU General Public License
// along with Moodle.  If not, see <http://www.gnu.org/licenses/>.

// Made from amd/remote_moodles.ts. Change it there.

/**
 * The other Moodles among the settings: a button of each row tries it as it stands there, before anything is saved.
 *
 * @module     local_everything/remote_moodles
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

import {call} from 'local_everything/local/client';
import {guarded} from 'local_everything/guarded';

const COLOURS = {ok: 'text-success', warning: 'text-warning', error: 'text-danger'};

/**
 * Watches the buttons of the list.
 *
 * @param {HTMLElement} list
 */
export const init = (list) => {
    list.addEventListener('click', event => {
        const button = event.target instanceof Element ? event.target.closest('[data-action="test"]') : null;
        if (button !== null) {
            void guarded('remote_moodles:test', () => press(button));
        }
    });
};

const press = async(button) => {
    const row = button.closest('[data-region="remote-moodle"]');
    button.disabled = true;
    try {
        await (row === null ? undefined : test(row));
    } finally {
        button.disabled = false;
    }
};

const test = async(row) => {
    const [url, token] = [...row.querySelectorAll('input:not([type="checkbox"])')].map(field => field.value);
    const findings = await call('test_remote', {url: url ?? '', token: token ?? ''});
    const shown = findings.map(({level, text}) => {
        const item = document.createElement('li');
        item.className = COLOURS[level];
        item.textContent = text;
        return item;
    });
    row.querySelector('[data-region="findings"]')?.replaceChildren(...shown);
};
