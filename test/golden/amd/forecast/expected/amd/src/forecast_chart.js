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

// Made from amd/forecast_chart.ts. Change it there.

/**
 * The chart of mails per day, which moves while settings are changed.
 *
 * @module     block_example/forecast_chart
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

import ChartOutput from 'core/chart_output_chartjs';
import Notification from 'core/notification';
import Pending from 'core/pending';
import {getString} from 'core/str';
import {sum} from 'block_example/local/days';
import {dueEndSignal} from 'block_example/local/rules/end_signals';
import {call} from 'block_example/local/client';

const SELECTOR = {chart: '[data-region="chart"]'};

let drawn = null;

/**
 * Draws the forecast into its region.
 *
 * @param {HTMLElement} region where the chart stands
 * @param {object} options
 * @param {number} options.courseid
 * @param {string[]} options.enabled the signals that are on
 * @param {number} [now] seconds since 1970
 * @returns {Promise<number>} how many mails are due
 */
export const draw = async(region, {courseid, enabled}, now = 0) => {
    const pending = new Pending('block_example/forecast_chart:draw');
    try {
        const days = await call('get_forecast', {courseid});
        const due = [];
        for (const day of days) {
            const signal = dueEndSignal(day.time, now, enabled);
            if (signal !== null) {
                due.push(signal);
            }
        }
        region.dataset.count = String(due.length);
        region.title = await getString('forecast', 'block_example', {total: sum(days), 'up_to': now});
        return due.length;
    } finally {
        pending.resolve();
    }
};

/**
 * Starts the chart on a page.
 *
 * @param {HTMLElement} root
 * @param {...string} enabled
 */
export function init(root, ...enabled) {
    const target = root.querySelector(SELECTOR.chart);
    draw(target, {courseid: Number(root.dataset.courseid), enabled}).catch(Notification.exception);
}

/**
 * The chart that is on the page.
 *
 * @returns {Chart|null}
 */
export const current = () => drawn;

/**
 * Forgets the chart.
 */
export const forget = () => {
    drawn = null;
};

export {ChartOutput};
