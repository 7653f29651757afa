/** The mail of one signal as its receiver would see it, and a test of it to oneself. */

import {getString} from 'core/str';
import {debounce} from 'core/utils';
import {guarded} from '../../../build/parts/guarded/amd/guarded.ts';
import {call} from '../client.ts';
import {SIGNALS} from '../rules/signals.ts';

const COMPONENT = 'block_course_notification';
const PAUSE = 300;
/** FORMAT_HTML of Moodle, which an editor without a choice of formats writes. */
const HTML = 1;
/** Links of a mail lead nowhere from here, since the frame may open no window. */
const FRAME = '<base target="_blank"><style>body {font-family: sans-serif; overflow-wrap: anywhere}</style>';

type Draft = {readonly language: string; readonly subject: string; readonly body: string; readonly format: number};

type Page = {
    readonly form: HTMLFormElement;
    readonly region: HTMLElement;
    /** The language that is written in, which is shown; before that, the language of the person. */
    language: string;
};

/** Shows the mail at hand and follows the form from now on. */
export const watchPreview = async(form: HTMLFormElement, region: HTMLElement): Promise<void> => {
    const page: Page = {form, region, language: ''};
    const later = debounce(() => guarded('preview:show', () => show(page)), PAUSE, {pending: true});
    form.addEventListener('focusin', event => turn(page, event.target) && later());
    form.addEventListener('input', event => languageOf(event.target) !== null && later());
    field(page, 'receiver').addEventListener('change', later);
    const search = debounce(() => guarded('preview:find', () => find(page)), PAUSE, {pending: true});
    field(page, 'search').addEventListener('input', search);
    // Enter in the search field would otherwise save the form.
    field(page, 'search').addEventListener('keydown', event => event.key === 'Enter' && event.preventDefault());
    const button = region.querySelector('[data-action="sendtest"]');
    button?.addEventListener('click', () => guarded('preview:test', () => sendTest(page)));
    await show(page);
};

const field = (page: Page, name: string): HTMLInputElement =>
    page.region.querySelector(`[data-field="${name}"]`) as HTMLInputElement;

const part = (page: Page, name: string): HTMLElement =>
    page.region.querySelector(`[data-region="${name}"]`) as HTMLElement;

/** The language whose text a field holds. */
const languageOf = (target: EventTarget | null): string | null => {
    const name = (target as HTMLInputElement).name ?? '';
    return /^(?:subject|body)\[([^\]]+)\]/.exec(name)?.[1] ?? null;
};

/** Turns to the language that is written in; false where it is shown already. */
const turn = (page: Page, target: EventTarget | null): boolean => {
    const language = languageOf(target);
    if (language === null || language === page.language) {
        return false;
    }
    page.language = language;
    return true;
};

const draftsOf = (form: HTMLFormElement): readonly Draft[] =>
    [...form.querySelectorAll<HTMLInputElement>('input[data-subject]')].map(subject => {
        const language = subject.dataset['subject'] ?? '';
        const body = form.querySelector<HTMLTextAreaElement>(`textarea[name="body[${language}][text]"]`);
        const format = form.querySelector<HTMLInputElement>(`[name="body[${language}][format]"]`);
        return {language, subject: subject.value, body: body?.value ?? '', format: Number(format?.value ?? HTML)};
    });

const asked = (page: Page) => ({
    courseid: Number(page.region.dataset['courseid']),
    signal: SIGNALS.find(known => known === page.region.dataset['signal']) ?? 'firstassign',
    userid: Number(field(page, 'receiver').value),
    language: page.language === '*' ? '' : page.language,
    drafts: draftsOf(page.form),
});

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
    const {courseid} = asked(page);
    const found = await call('find_receivers', {courseid, query: field(page, 'search').value});
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
