/** A body in the form: a plain field, or one that an editor stands in front of. */

type Editor = {
    readonly initialized: boolean;
    setContent(html: string): void;
    insertContent(html: string): void;
    focus(): void;
    save(): void;
    on(names: string, listener: () => void): void;
    once(name: 'init', listener: () => void): void;
};
type Editors = {get(id: string): Editor | null};
export type Field = HTMLInputElement | HTMLTextAreaElement;

const watched = new WeakSet<Editor>();

const editorOf = (field: Field): Editor | null =>
    (window as unknown as {tinyMCE?: Editors}).tinyMCE?.get(field.id) ?? null;

/** Puts a text where the caret is, and the caret behind it. */
export const putIn = (field: Field, text: string): void => {
    const editor = editorOf(field);
    if (editor === null) {
        field.setRangeText(text, field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length, 'end');
        field.focus();
        typed(field);
        return;
    }
    whenReady(editor, () => {
        editor.focus();
        editor.insertContent(text);
    });
};

/** Puts a text in place of all that a field holds. */
export const replace = (field: Field, text: string): void => {
    field.value = text;
    const editor = editorOf(field);
    if (editor !== null) {
        whenReady(editor, () => editor.setContent(text));
    }
    typed(field);
};

/** An editor can be seen a while before it takes anything. */
const whenReady = (editor: Editor, work: () => void): void => {
    if (editor.initialized) {
        work();
        return;
    }
    editor.once('init', work);
};

/** Lets editors be heard as fields are: editors come when they are ready, and leave with the form. */
export const watchEditors = (form: HTMLFormElement): void => {
    const attach = (): void => form.querySelectorAll<HTMLTextAreaElement>('textarea').forEach(field => {
        const editor = editorOf(field);
        if (editor !== null && !watched.has(editor)) {
            watched.add(editor);
            editor.on('input change undo redo', () => {
                editor.save();
                typed(field);
            });
            editor.on('focus', () => field.dispatchEvent(new Event('focusin', {bubbles: true})));
            editor.on('click', () => field.dispatchEvent(new Event('click', {bubbles: true})));
        }
    });
    new MutationObserver(attach).observe(form, {childList: true, subtree: true});
    attach();
};

/** As if it had been typed, so that the preview follows. */
const typed = (field: Field): void => {
    field.dispatchEvent(new Event('input', {bubbles: true}));
};
