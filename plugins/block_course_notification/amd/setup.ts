/** The setup page of a course: the forecast moves with every change, the preview follows the text. */

import Notification from 'core/notification';
import Pending from 'core/pending';
import {call} from '../client.ts';
import {forecastOf} from '../rules/forecast.ts';
import {watchDefaultTexts} from './default_text.ts';
import {showForecast} from './forecast_chart.ts';
import {watchPreview} from './preview.ts';
import {readSettings} from './setup_form.ts';

const DAYS = Array.from({length: 30}, (_, day) => day);

/** Starts the page of a course. */
export const init = async(courseid: number): Promise<void> => {
    const form = document.querySelector<HTMLFormElement>('[data-region="setupform"] form');
    const region = document.querySelector<HTMLElement>('[data-region="forecast"]');
    const preview = document.querySelector<HTMLElement>('[data-region="preview"]');
    if (form === null || region === null || preview === null) {
        return;
    }
    const pending = new Pending('block_course_notification/setup:init');
    watchDefaultTexts(form);
    try {
        await Promise.all([watchForecast(courseid, form, region), watchPreview(courseid, form, preview)]);
    } catch (error) {
        await Notification.exception(error);
    } finally {
        pending.resolve();
    }
};

const watchForecast = async(courseid: number, form: HTMLFormElement, region: HTMLElement): Promise<void> => {
    const groups = await call('get_forecast_counts', {courseid});
    const redraw = async(): Promise<void> => {
        const pending = new Pending('block_course_notification/setup:forecast');
        try {
            await showForecast(region, forecastOf(groups, readSettings(form), DAYS));
        } catch (error) {
            await Notification.exception(error);
        } finally {
            pending.resolve();
        }
    };
    form.addEventListener('input', redraw);
    await redraw();
};
