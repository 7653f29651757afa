/** The setup page of a course: the forecast moves with every change, and texts open in a window. */

import ModalForm from 'core_form/modalform';
import Notification from 'core/notification';
import Pending from 'core/pending';
import {getString} from 'core/str';
import {guarded} from '../../../build/parts/guarded/amd/guarded.ts';
import {call} from '../client.ts';
import {forecastOf} from '../rules/forecast.ts';
import {showForecast} from './forecast_chart.ts';
import {readSettings} from './setup_form.ts';

const COMPONENT = 'block_course_notification';
const DAYS = Array.from({length: 30}, (_, day) => day);

/** Starts the page of a course. */
export const init = async(courseid: number): Promise<void> => {
    const form = document.querySelector<HTMLFormElement>('[data-region="setupform"] form');
    const region = document.querySelector<HTMLElement>('[data-region="forecast"]');
    if (form === null || region === null) {
        return;
    }
    watchTexts(courseid, form);
    await guarded('setup:init', () => watchForecast(courseid, form, region));
};

const watchForecast = async(courseid: number, form: HTMLFormElement, region: HTMLElement): Promise<void> => {
    const groups = await call('get_forecast_counts', {courseid});
    const show = (): Promise<void> => showForecast(region, forecastOf(groups, readSettings(form), DAYS));
    const redraw = (): Promise<void> => guarded('setup:forecast', show);
    form.addEventListener('input', redraw);
    await redraw();
};

/** A window keeps what is not saved yet on the page below it; the link alone would lead to a page of its own. */
const watchTexts = (courseid: number, form: HTMLFormElement): void => {
    form.addEventListener('click', event => {
        const link = (event.target as HTMLElement).closest<HTMLElement>('[data-action="opentext"]');
        const row = link?.closest<HTMLElement>('[data-text]') ?? null;
        if (link !== null && row !== null && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            openText(courseid, link, row);
        }
    });
};

type Saved = {readonly saved: string; readonly state: string};

const openText = (courseid: number, link: HTMLElement, row: HTMLElement): void => {
    const modal = new ModalForm({
        formClass: 'block_course_notification\\form\\text_form',
        args: {id: courseid, signal: row.dataset['text'] ?? ''},
        modalConfig: {title: getString('setup:textof', COMPONENT, link.dataset['name'] ?? '')},
        returnFocus: link,
    });
    modal.addEventListener(modal.events.FORM_SUBMITTED, async event => {
        const pending = new Pending('block_course_notification/setup:saved');
        const {saved, state} = event.detail as Saved;
        const region = row.querySelector('[data-region="textstate"]');
        if (region !== null) {
            region.textContent = state;
        }
        await Notification.addNotification({message: saved, type: 'success'});
        pending.resolve();
    });
    void modal.show();
};
