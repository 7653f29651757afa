/** The texts of one notification: placeholders are put in by a click, default texts taken over, and a preview follows. */

import {getString} from 'core/str';
import {guarded} from '../../../build/parts/guarded/amd/guarded.ts';
import {type Field, putIn, replace, watchEditors} from './editor_field.ts';
import {watchPreview} from './preview.ts';

/** Starts the forms that are not started yet: a window of the setup page draws a new one each time it opens or is refused. */
export const init = async(): Promise<void> => {
    const regions = document.querySelectorAll<HTMLElement>('form [data-region="preview"]:not([data-started])');
    await guarded('text_form:init', async() => {
        await Promise.all([...regions].map(start));
    });
};

const start = async(region: HTMLElement): Promise<void> => {
    const form = region.closest('form');
    if (form === null) {
        return;
    }
    region.dataset['started'] = '1';
    let last: Field | null = null;
    // Not where the focus was last: with the keyboard alone, the way from the subject to the placeholders leads through the body.
    form.addEventListener('input', event => {
        last = fieldOf(event.target) ?? last;
    });
    form.addEventListener('click', event => {
        last = fieldOf(event.target) ?? last;
        const target = event.target as HTMLElement;
        const button = target.closest<HTMLElement>('[data-putin]');
        const list = button?.closest<HTMLElement>('[data-placeholders]') ?? null;
        if (button !== null && list !== null) {
            void guarded('text_form:putin', () => putPlaceholder(form, list, button.dataset['putin'] ?? '', last));
        }
        const texts = target.closest('[data-action="usedefault"]')?.closest<HTMLElement>('[data-default]') ?? null;
        if (texts !== null) {
            takeDefault(form, texts);
        }
    });
    watchEditors(form);
    await watchPreview(form, region);
};

/** The subject or body that something happened in. */
const fieldOf = (target: EventTarget | null): Field | null =>
    (target as HTMLElement).matches('[data-subject], textarea[name^="body["]') ? target as Field : null;

/** The body of a language, whose field Moodle's editor makes by itself. */
const bodyOf = (form: HTMLFormElement, language: string): Field | null =>
    form.querySelector<HTMLTextAreaElement>(`textarea[name="body[${language}][text]"]`);

const subjectOf = (form: HTMLFormElement, language: string): Field | null =>
    form.querySelector<HTMLInputElement>(`[data-subject="${language}"]`);

/** Into the field of this language that was written in or clicked last, or into its body. */
const putPlaceholder = async(form: HTMLFormElement, list: HTMLElement, code: string, last: Field | null): Promise<void> => {
    const language = list.dataset['placeholders'] ?? '';
    const subject = subjectOf(form, language);
    const field = subject !== null && last === subject ? subject : bodyOf(form, language);
    if (field === null) {
        return;
    }
    putIn(field, code);
    const said = list.querySelector('[data-region="putin"]');
    const component = 'block_course_notification';
    const name = await getString(field === subject ? 'setup:subject' : 'setup:body', component);
    const text = await getString('setup:putin', component, {code, field: name});
    if (said !== null) {
        said.textContent = text;
    }
};

const takeDefault = (form: HTMLFormElement, texts: HTMLElement): void => {
    const language = texts.dataset['default'] ?? '';
    const [subject, body] = [subjectOf(form, language), bodyOf(form, language)];
    const text = (part: string): string => texts.querySelector(`[data-part="${part}"]`)?.textContent ?? '';
    if (subject !== null && body !== null) {
        replace(body, text('body'));
        replace(subject, text('subject'));
        subject.focus();
    }
};
