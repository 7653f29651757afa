/** What stands in the setup form, saved or not. */

import type {Settings} from '../rules/facts.ts';
import {DAY, SIGNALS} from '../rules/signals.ts';

export type Draft = {readonly language: string; readonly subject: string; readonly body: string};

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

/** The texts of one signal, in every language that has a field. */
export const readDrafts = (form: HTMLFormElement, signal: string): readonly Draft[] => {
    const subjects = form.querySelectorAll<HTMLInputElement>(`input[data-subject="${signal}"]`);
    return [...subjects].map(subject => {
        const language = subject.dataset['language'] ?? '';
        const body = form.querySelector<HTMLTextAreaElement>(`textarea[data-body="${signal}"][data-language="${language}"]`);
        return {language, subject: subject.value, body: body?.value ?? ''};
    });
};

const isOn = (form: HTMLFormElement, name: string): boolean =>
    form.querySelector<HTMLInputElement>(`input[type="checkbox"][name="${name}"]`)?.checked ?? false;

/** Whole days are what the form asks for; a number that is not there yet counts as one day. */
const delay = (form: HTMLFormElement, name: string): number => {
    const days = Number.parseInt(form.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? '', 10);
    return Number.isNaN(days) || days < 1 ? DAY : days * DAY;
};
