/** The mail of one signal as its receiver would see it, and a test of it to oneself. */

import Notification from 'core/notification';
import Pending from 'core/pending';
import {getString} from 'core/str';
import {debounce} from 'core/utils';
import {call} from '../client.ts';
import {SIGNALS} from '../rules/signals.ts';
import {readDrafts} from './setup_form.ts';

const COMPONENT = 'block_course_notification';
const PAUSE = 300;
/** Links of a mail lead nowhere from here, since the frame may open no window. */
const FRAME = '<base target="_blank"><style>body {font-family: sans-serif; overflow-wrap: anywhere}</style>';

type Page = {
    readonly courseid: number;
    readonly form: HTMLFormElement;
    readonly region: HTMLElement;
};

/** Shows the mail at hand and follows the form from now on. */
export const watchPreview = async(courseid: number, form: HTMLFormElement, region: HTMLElement): Promise<void> => {
    const page: Page = {courseid, form, region};
    const later = debounce(() => guarded('show', () => show(page)), PAUSE, {pending: true});
    form.addEventListener('focusin', event => choose(page, event.target) && later());
    form.addEventListener('input', event => signalOf(event.target) !== null && later());
    field(page, 'signal').addEventListener('change', later);
    field(page, 'receiver').addEventListener('change', later);
    field(page, 'search').addEventListener('input', debounce(() => guarded('find', () => find(page)), PAUSE, {pending: true}));
    // Enter in the search field would otherwise do nothing that can be heard.
    field(page, 'search').addEventListener('keydown', event => event.key === 'Enter' && event.preventDefault());
    region.querySelector('[data-action="sendtest"]')?.addEventListener('click', () => guarded('test', () => sendTest(page)));
    await show(page);
};

const field = (page: Page, name: string): HTMLInputElement =>
    page.region.querySelector(`[data-field="${name}"]`) as HTMLInputElement;

const part = (page: Page, name: string): HTMLElement =>
    page.region.querySelector(`[data-region="${name}"]`) as HTMLElement;

/** The signal whose text a field holds. */
const signalOf = (target: EventTarget | null): string | null => {
    const {subject, body} = (target as HTMLElement).dataset;
    return subject ?? body ?? null;
};

/** Turns to the signal whose text is being written; false where it is shown already. */
const choose = (page: Page, target: EventTarget | null): boolean => {
    const signal = signalOf(target);
    if (signal === null || signal === field(page, 'signal').value) {
        return false;
    }
    field(page, 'signal').value = signal;
    return true;
};

const asked = (page: Page) => {
    const {value} = field(page, 'signal');
    const signal = SIGNALS.find(known => known === value) ?? 'firstassign';
    return {
        courseid: page.courseid,
        signal,
        userid: Number(field(page, 'receiver').value),
        drafts: readDrafts(page.form, signal),
    };
};

/** While somebody types, a problem is said below the mail: a window would take the keyboard away. */
const show = async(page: Page): Promise<void> => {
    let mail;
    try {
        mail = await call('preview_message', asked(page));
    } catch (error) {
        part(page, 'outcome').textContent = (error as Error).message;
        return;
    }
    const subject = part(page, 'subject');
    subject.textContent = mail.subject;
    subject.lang = mail.language;
    (part(page, 'mail') as HTMLIFrameElement).srcdoc = `${FRAME}${mail.html}`;
    part(page, 'outcome').textContent = mail.problem;
};

const find = async(page: Page): Promise<void> => {
    const receiver = field(page, 'receiver') as unknown as HTMLSelectElement;
    const found = await call('find_receivers', {courseid: page.courseid, query: field(page, 'search').value});
    const chosen = receiver.value;
    receiver.replaceChildren(...found.map(({id, name}) => new Option(name, String(id), false, String(id) === chosen)));
    part(page, 'found').textContent = await getString('preview:found', COMPONENT, found.length);
    await show(page);
};

const sendTest = async(page: Page): Promise<void> => {
    part(page, 'outcome').textContent = '';
    const {outcome} = await call('send_test', asked(page));
    part(page, 'outcome').textContent = outcome;
};

const guarded = async(what: string, work: () => Promise<void>): Promise<void> => {
    const pending = new Pending(`block_course_notification/preview:${what}`);
    try {
        await work();
    } catch (error) {
        await Notification.exception(error);
    } finally {
        pending.resolve();
    }
};
