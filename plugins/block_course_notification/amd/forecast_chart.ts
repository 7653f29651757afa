/** The bars and tables of the forecast: redrawn in place, since they are redrawn at every key. */

import {getString} from 'core/str';
import {daySum, FAMILIES, familyCount, signalCount, type ForecastDay} from '../rules/forecast.ts';
import {SIGNALS} from '../rules/signals.ts';

const COMPONENT = 'block_course_notification';

/** Shows a forecast in the region that the server has drawn. */
export const showForecast = async(region: HTMLElement, days: readonly ForecastDay[]): Promise<void> => {
    const sums = days.map(daySum);
    const highest = Math.max(0, ...sums);
    days.forEach((day, index) => {
        drawBars(region, day, index, highest);
        fillRow(region, day, index);
    });
    fill(region.querySelector('[data-region="highest"]'), highest);
    fillSignals(region, days);
    await summarise(region, sums, highest);
};

const drawBars = (region: HTMLElement, day: ForecastDay, index: number, highest: number): void => {
    for (const family of FAMILIES) {
        const bar = region.querySelector<HTMLElement>(`[data-day="${index}"] [data-family="${family}"]`);
        if (bar !== null) {
            bar.style.height = highest === 0 ? '0' : `${100 * familyCount(day, family) / highest}%`;
        }
    }
};

const fillRow = (region: HTMLElement, day: ForecastDay, index: number): void => {
    const row = region.querySelector(`[data-row="${index}"]`);
    for (const family of FAMILIES) {
        fill(row?.querySelector(`[data-family="${family}"]`), familyCount(day, family));
    }
    fill(row?.querySelector('[data-family="total"]'), daySum(day));
};

const fillSignals = (region: HTMLElement, days: readonly ForecastDay[]): void => {
    for (const signal of SIGNALS) {
        fill(region.querySelector(`tr[data-signal="${signal}"] [data-count]`), signalCount(days, signal));
    }
};

const summarise = async(region: HTMLElement, sums: readonly number[], highest: number): Promise<void> => {
    const total = sums.reduce((sum, count) => sum + count, 0);
    const day = region.querySelector(`[data-row="${sums.indexOf(highest)}"] th`)?.textContent ?? '';
    const summary = total === 0
        ? await getString('forecast:none', COMPONENT)
        : await getString('forecast:summary', COMPONENT, {total, day, most: highest});
    fill(region.querySelector('[data-region="summary"]'), summary);
};

/** Text that has not changed is left alone, so that a screen reader does not say it again. */
const fill = (element: Element | null | undefined, content: number | string): void => {
    if (element && element.textContent !== String(content)) {
        element.textContent = String(content);
    }
};
