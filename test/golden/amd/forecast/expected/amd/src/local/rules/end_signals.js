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

// Made from rules/endSignals.ts. Change it there.

/**
 * When an access ends, and what to say about it.
 *
 * @module     block_example/local/rules/end_signals
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

const DAY = 86400;

/** From the nearest to the farthest. */
const LADDER = [
    {signal: 'closed', after: -15 * DAY, 'up_to': 0},
    {signal: 'onedaytoend', after: 0, 'up_to': DAY},
    {signal: 'oneweeknearend', after: DAY, 'up_to': 7 * DAY},
];

/**
 * The end signal that is due for an access that ends at `end`, or null. Only the nearest one counts.
 *
 * @param {number|null} end
 * @param {number} now
 * @param {string[]} enabled
 * @returns {string|null}
 */
export function dueEndSignal(end, now, enabled) {
    if (end === null) {
        return null;
    }
    const left = end - now;
    return LADDER.find(step => enabled.includes(step.signal) && left > step.after && left <= step.up_to)?.signal ?? null;
}
