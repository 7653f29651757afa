/** What stands in the setup form, saved or not. */

import type {Settings} from '../rules/facts.ts';
import {DAY, SIGNALS} from '../rules/signals.ts';

/** The settings as they stand, which the forecast is made of. */
export const readSettings = (form: HTMLFormElement): Settings => ({
    on: isOn(form, 'enable') ? SIGNALS.filter(signal => isOn(form, signal)) : [],
    firstcallafter: delay(form, 'firstcallafter'),
    secondcallafter: delay(form, 'secondcallafter'),
    inactiveafter: delay(form, 'inactiveafter'),
    inactiveevery: delay(form, 'inactiveevery'),
    endaftercompletion: isOn(form, 'endaftercompletion'),
    waiting: false,
});

const isOn = (form: HTMLFormElement, name: string): boolean =>
    form.querySelector<HTMLInputElement>(`input[type="checkbox"][name="${name}"]`)?.checked ?? false;

/** Whole days are what the form asks for; a number that is not there yet counts as one day. */
const delay = (form: HTMLFormElement, name: string): number => {
    const days = Number.parseInt(form.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? '', 10);
    return Number.isNaN(days) || days < 1 ? DAY : days * DAY;
};
