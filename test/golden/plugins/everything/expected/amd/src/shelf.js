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

// Made from amd/shelf.ts. Change it there.

/**
 * @module     local_everything/shelf
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

import {call} from 'local_everything/local/client';
import {placesLeft} from 'local_everything/local/rules/room_on';

/**
 * How many more items the shelves of a course take together.
 *
 * @param {number} courseid
 * @param {number} limit
 * @returns {Promise<number>}
 */
export async function room(courseid, limit) {
    const items = await call('get_items', {courseid});
    return placesLeft(items.length, limit);
}
