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

// Made from amd/local/days.ts. Change it there.

/**
 * @module     block_example/local/days
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

/**
 * A walk over days.
 */
export class DayWalk {
    days;
    at = 0;

    /**
     * @param {object[]} days oldest first
     */
    constructor(days) {
        this.days = days;
    }

    /**
     * @param {number} [step]
     * @returns {number|null}
     */
    next(step) {
        this.at += step ?? 1;
        return this.days[this.at]?.count ?? null;
    }
}

/**
 * @param {number} a
 * @param {number} b
 * @returns {number}
 */
function add(a, b) {
    return a + b;
}

/**
 * The sum of all days.
 *
 * @param {object[]} days
 * @returns {number}
 */
export const sum = (days) => days.map(day => day.count).reduce(add, 0);

/**
 * Loads the other part later.
 */
export const later = () => import('block_example/forecast_chart');
