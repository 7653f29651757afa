/**
 * The chart of mails per day, which moves while settings are changed.
 */
import ChartOutput from 'core/chart_output_chartjs';
import type Chart from 'core/chart_base';
import Notification from 'core/notification';
import Pending from 'core/pending';
import {getString} from 'core/str';
import {type Days, sum} from './local/days.ts';
import type {EndSignal} from '../rules/endSignals.ts';
import {dueEndSignal} from '../rules/endSignals.ts';
import {call} from '../client.ts';

interface Options {
    readonly courseid: number;
    /** Which signals are on. */
    readonly enabled: readonly EndSignal[];
}

const SELECTOR = {chart: '[data-region="chart"]'} as const;

let drawn: Chart | null = null;

/**
 * Draws the forecast into its region.
 *
 * @param region where the chart stands
 * @param options.enabled the signals that are on
 * @param now seconds since 1970
 * @returns how many mails are due
 */
export const draw = async (region: HTMLElement, {courseid, enabled}: Options, now = 0): Promise<number> => {
    const pending = new Pending('block_example/forecast_chart:draw');
    try {
        const days = await call('get_forecast', {courseid}) as Days;
        const due: EndSignal[] = [];
        for (const day of days) {
            const signal = dueEndSignal(day.time, now, enabled);
            if (signal !== null) {
                due.push(signal);
            }
        }
        region.dataset['count'] = String(due.length);
        region.title = await getString('forecast', 'block_example', {total: sum(days), up_to: now});
        return due.length;
    } finally {
        pending.resolve();
    }
};

/** Starts the chart on a page. */
export function init<T extends HTMLElement>(this: void, root: T, ...enabled: EndSignal[]): void {
    const target = root.querySelector<HTMLElement>(SELECTOR.chart)!;
    draw(target, {courseid: Number(root.dataset.courseid), enabled}).catch(Notification.exception);
}

/** The chart that is on the page. */
export const current = (): Chart | null => drawn;

/** Forgets the chart. */
export const forget = () => {
    drawn = null;
};

export {ChartOutput};
