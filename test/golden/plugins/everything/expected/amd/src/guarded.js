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

// Made from amd/guarded.ts. Change it there.

/**
 * Work that a page does by itself, with nobody who waits for it.
 *
 * @module     local_everything/guarded
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

import Notification from 'core/notification';
import Pending from 'core/pending';

/**
 * Does it: tests of pages wait until it has ended, and what goes wrong is shown.
 *
 * @param {string} what
 * @param {Function} work
 * @returns {Promise<void>}
 */
export const guarded = async(what, work) => {
    const pending = new Pending(`local_everything/${what}`);
    try {
        await work();
    } catch (error) {
        await Notification.exception(error);
    } finally {
        pending.resolve();
    }
};
