/** Default texts can be taken over into the fields, to be changed there. */

/** Watches the buttons below the texts of a form. */
export const watchDefaultTexts = (form: HTMLFormElement): void => {
    form.addEventListener('click', event => {
        const button = (event.target as HTMLElement).closest('[data-action="usedefault"]');
        const texts = button?.closest<HTMLElement>('[data-default]') ?? null;
        if (texts !== null) {
            take(form, texts, 'body');
            take(form, texts, 'subject')?.focus();
        }
    });
};

type Field = HTMLInputElement | HTMLTextAreaElement;

const take = (form: HTMLFormElement, texts: HTMLElement, part: 'body' | 'subject'): Field | null => {
    const {default: signal = '', language = ''} = texts.dataset;
    const field = form.querySelector<Field>(`[data-${part}="${signal}"][data-language="${language}"]`);
    if (field !== null) {
        field.value = texts.querySelector(`[data-part="${part}"]`)?.textContent ?? '';
        // As if it had been typed, so that the preview follows.
        field.dispatchEvent(new Event('input', {bubbles: true}));
    }
    return field;
};
