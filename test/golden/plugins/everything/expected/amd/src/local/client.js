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

// Made from manifest.ts. Change it there.

/**
 * The way to the external functions of this plugin.
 *
 * @module     local_everything/local/client
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

import Ajax from 'core/ajax';
import Pending from 'core/pending';

/**
 * Calls an external function of this plugin.
 *
 * @param {'test_remote'|'get_items'} name without the plugin's own name before it
 * @param {object} args as the function declares them
 * @returns {Promise<*>} what the function returns
 */
export const call = async(name, args) => {
    const pending = new Pending(`local_everything/local/client:${name}`);
    try {
        return await Ajax.call([{methodname: `local_everything_${name}`, args}])[0];
    } finally {
        pending.resolve();
    }
};
