import {beforeAll, describe, expect, test} from 'vitest';
import {en} from '../../plugins/block_course_notification/lang/en.ts';
import {FAMILIES} from '../../plugins/block_course_notification/rules/forecast.ts';
import {SIGNALS} from '../../plugins/block_course_notification/rules/signals.ts';
import {type AmdPage, amdPage} from './amdPage.ts';
import {fakeTemplates} from './fakes/templates.ts';
import {shippedFiles} from './shippedFiles.ts';

const COMPONENT = 'block_course_notification';
const strings = {[COMPONENT]: en as Readonly<Record<string, string>>};

type Draft = {readonly language: string; readonly subject: string; readonly body: string; readonly format: number};
type Mailing = {readonly signal: string; readonly userid: number; readonly language: string; readonly drafts: readonly Draft[]};

const groups = [
    {start: 0, end: null, seen: null, completed: null, sent: [], reminded: null, optedout: [], count: 3},
    {start: -90, end: null, seen: -13, completed: null, sent: [], reminded: null, optedout: [], count: 2},
];

let files: ReadonlyMap<string, string>;
let html: string;

beforeAll(async () => {
    files = await shippedFiles(COMPONENT);
    html = await pageHtml();
});

/** The page as the server draws it, from the templates that ship. */
async function pageHtml(): Promise<string> {
    const templates = fakeTemplates({strings, window: {document: {} as Document, eval: () => undefined}}) as {
        renderForPromise(name: string, context: object): Promise<{html: string}>;
    };
    const render = async (name: string, context: object): Promise<string> =>
        (await templates.renderForPromise(`${COMPONENT}/${name}`, context)).html;
    const names = SIGNALS.map(signal => ({signal, name: en[`signal:${signal}`], count: 0}));
    const forecast = await render('forecast', {
        summary: '', highest: 0, signals: names,
        families: FAMILIES.map(family => ({family, name: family})),
        days: Array.from({length: 30}, (_, index) => ({
            index, label: `day ${index}`, total: 0, bars: FAMILIES.map(family => ({family, count: 0, height: 0})),
        })),
    });
    const link = await render('text_link', {signal: 'firstcall', name: 'First call', url: '#text', state: 'Default text'});
    return `<div>${forecast}<div data-region="setupform"><form>
        <input type="checkbox" name="enable" checked><input type="checkbox" name="firstassign" checked><input type="checkbox" name="firstcall" checked>
        <input type="checkbox" name="inactive" checked>
        <input name="firstcallafter" value="7"><input name="secondcallafter" value="14">
        <input name="inactiveafter" value="14"><input name="inactiveevery" value="20">${link}</form></div></div>${await textForm(render)}`;
}

type Render = (name: string, context: object) => Promise<string>;

/** The form of one notification, with fields as Moodle's form draws them. */
async function textForm(render: Render): Promise<string> {
    const preview = await render('preview', {courseid: 4, signal: 'firstcall', receivers: [{id: 2, name: 'Myself'}]});
    const fields = await Promise.all(['en', 'fr'].map(async language => `
        <input data-subject="${language}" name="subject[${language}]">
        <textarea id="body_${language}" name="body[${language}][text]"></textarea><input type="hidden" name="body[${language}][format]" value="1">
        ${await render('placeholder_list', {language, placeholders: [{code: '{{COURSE}}', name: 'Name of the course'}]})}
        ${await render('default_text', {language, langtag: language, subject: 'Come!', body: '<p>Soon.</p>'})}`));
    return `<form id="text">${fields.join('')}${preview}</form>`;
}

function setupPage(answers: Record<string, (args: never) => unknown> = {}): AmdPage {
    return amdPage({
        component: COMPONENT, files, html, strings,
        fakes: {'core_form/modalform': FakeModalForm},
        answers: {
            [`${COMPONENT}_get_forecast_counts`]: () => groups,
            [`${COMPONENT}_preview_message`]: ({signal, drafts}: Mailing) =>
                ({subject: drafts.find(({subject}) => subject !== '')?.subject ?? `default of ${signal}`, html: '<p>Hello</p>', language: 'en', problem: ''}),
            [`${COMPONENT}_find_receivers`]: () => [{id: 2, name: 'Myself'}, {id: 9, name: '<b>Sam</b>'}],
            [`${COMPONENT}_send_test`]: () => ({sent: true, outcome: 'Sent to me@example.com'}),
            ...answers,
        },
    });
}

/** The window of core, which remembers how it was opened. */
class FakeModalForm {
    static opened: FakeModalForm[] = [];
    readonly events = {FORM_SUBMITTED: 'submitted'};
    submitted: (event: {detail: object}) => void = () => undefined;
    readonly options: {formClass: string; args: object};

    constructor(options: {formClass: string; args: object}) {
        this.options = options;
    }

    addEventListener(_name: string, listener: (event: {detail: object}) => void): void {
        this.submitted = listener;
    }

    async show(): Promise<void> {
        FakeModalForm.opened.push(this);
    }
}

async function started(answers: Record<string, (args: never) => unknown> = {}, module: 'setup' | 'text_form' = 'setup'): Promise<AmdPage> {
    const page = setupPage(answers);
    const {init} = await page.require(`${COMPONENT}/${module}`);
    init?.(4);
    expect(page.pendingCount()).toBeGreaterThan(0);
    await page.settled();
    return page;
}

const text = (page: AmdPage, selector: string): string => page.document.querySelector(selector)?.textContent?.trim() ?? '';
const find = <T extends Element = HTMLInputElement>(page: AmdPage, selector: string): T => page.document.querySelector(selector) as T;

async function changed(page: AmdPage, element: HTMLElement, event = 'input'): Promise<void> {
    element.dispatchEvent(new page.window.Event(event, {bubbles: true}));
    await page.settled();
}

describe('the forecast of the setup page', () => {
    test('counts the groups that the server gave, in bars, tables and one sentence', async () => {
        const page = await started();
        expect(text(page, '[data-row="0"] [data-family="total"]')).toBe('3');
        expect(text(page, '[data-row="7"] [data-family="start"]')).toBe('3');
        expect(text(page, '[data-row="1"] [data-family="presence"]')).toBe('2');
        expect(text(page, 'tr[data-signal="firstcall"] [data-count]')).toBe('3');
        expect(find<HTMLElement>(page, '[data-day="0"] [data-family="start"]').style.height).toBe('100%');
        expect(text(page, '[data-region="summary"]')).toMatch(/most on day 0: 3/);
    });

    test('moves as a delay is typed and a switch is turned, without another call', async () => {
        const page = await started();
        const calls = page.calls.length;
        find(page, '[name="firstcallafter"]').value = '9';
        await changed(page, find(page, '[name="firstcallafter"]'));
        expect(text(page, '[data-row="7"] [data-family="start"]')).toBe('0');
        expect(text(page, '[data-row="9"] [data-family="start"]')).toBe('3');
        find(page, '[name="inactive"]').checked = false;
        await changed(page, find(page, '[name="inactive"]'));
        expect(text(page, 'tr[data-signal="inactive"] [data-count]')).toBe('0');
        find(page, '[name="enable"]').checked = false;
        await changed(page, find(page, '[name="enable"]'));
        expect(text(page, '[data-region="summary"]')).toBe(en['forecast:none']);
        expect(page.calls.length).toBe(calls);
    });

    test('shows an error of the server, and nothing stays under way', async () => {
        const page = await started({
            [`${COMPONENT}_get_forecast_counts`]: () => {
                throw new Error('The course is gone.');
            },
        });
        expect(page.noticed.exceptions.map(String)).toEqual(['Error: The course is gone.']);
        expect(page.pendingCount()).toBe(0);
    });
});

describe('the texts of the setup page', () => {
    test('open in a window that knows course and notification, and say afterwards what is kept', async () => {
        const page = await started();
        find<HTMLElement>(page, '[data-action="opentext"]').click();
        const modal = FakeModalForm.opened.at(-1);
        expect(modal?.options).toMatchObject({formClass: 'block_course_notification\\form\\text_form', args: {id: 4, signal: 'firstcall'}});
        modal?.submitted({detail: {saved: 'Saved.', state: 'Own text: English'}});
        await page.settled();
        expect(text(page, '[data-region="textstate"]')).toBe('Own text: English');
        expect(page.noticed.notices.map(({message}) => message)).toEqual(['Saved.']);
    });

    test('lead to a page of their own where somebody wants another tab', async () => {
        const page = await started();
        const opened = FakeModalForm.opened.length;
        const click = new page.window.MouseEvent('click', {bubbles: true, cancelable: true, ctrlKey: true});
        find(page, '[data-action="opentext"]').dispatchEvent(click);
        expect(click.defaultPrevented).toBe(false);
        expect(FakeModalForm.opened.length).toBe(opened);
    });
});

const texts = (answers: Record<string, (args: never) => unknown> = {}): Promise<AmdPage> => started(answers, 'text_form');

describe('the form of a text', () => {
    test('puts a placeholder where the caret was, and says so', async () => {
        const page = await texts();
        const subject = find(page, '[data-subject="en"]');
        subject.value = 'Hello !';
        subject.setSelectionRange(6, 6);
        await changed(page, subject, 'click');
        await changed(page, find<HTMLElement>(page, '[data-putin]'), 'click');
        expect(subject.value).toBe('Hello {{COURSE}}!');
        expect(page.document.activeElement).toBe(subject);
        expect(text(page, '[data-region="putin"]')).toBe('{{COURSE}} was put into: Subject');
    });

    test('puts it into the subject that was typed, though the way there with the keyboard leads through the body', async () => {
        const page = await texts();
        const subject = find(page, '[data-subject="en"]');
        subject.value = 'Hello ';
        await changed(page, subject);
        await changed(page, find(page, '#body_en'), 'focusin');
        await changed(page, find<HTMLElement>(page, '[data-placeholders="en"] [data-putin]'), 'click');
        expect(subject.value).toBe('Hello {{COURSE}}');
        expect(find<HTMLTextAreaElement>(page, '#body_en').value).toBe('');
    });

    test('puts it into the body of its own language where no subject of it was written in', async () => {
        const page = await texts();
        await changed(page, find(page, '[data-subject="en"]'), 'click');
        await changed(page, find<HTMLElement>(page, '[data-placeholders="fr"] [data-putin]'), 'click');
        expect(find<HTMLTextAreaElement>(page, '#body_fr').value).toBe('{{COURSE}}');
        expect(find(page, '[data-subject="en"]').value).toBe('');
    });

    test('puts it into the editor where there is one, and the preview hears of it', async () => {
        const page = await texts();
        const done: string[] = [];
        const listeners: Record<string, () => void> = {};
        const field = find<HTMLTextAreaElement>(page, '#body_en');
        const editor = {
            initialized: true,
            focus: () => done.push('focus'),
            insertContent: (html: string) => done.push(html),
            save: () => {
                field.value = '<p>typed</p>';
            },
            on: (names: string, listener: () => void) => names.split(' ').forEach(name => {
                listeners[name] = listener;
            }),
        };
        Object.assign(page.window, {tinyMCE: {get: (id: string) => id === 'body_en' ? editor : null}});
        // The editor draws itself into the form when it is ready.
        field.after(page.document.createElement('div'));
        await page.settled();
        await changed(page, find<HTMLElement>(page, '[data-putin]'), 'click');
        expect(done).toEqual(['focus', '{{COURSE}}']);
        await new Promise(resolve => {
            setTimeout(resolve, 0);
        });
        listeners['input']?.();
        await page.settled();
        expect((page.calls.at(-1)?.args as Mailing).drafts[0]?.body).toBe('<p>typed</p>');
    });

    test('waits for an editor that can be seen and takes nothing yet', async () => {
        const page = await texts();
        const done: string[] = [];
        const ready: (() => void)[] = [];
        const editor = {
            initialized: false,
            focus: () => undefined,
            insertContent: (html: string) => done.push(html),
            setContent: (html: string) => done.push(html),
            on: () => undefined,
            once: (_name: string, listener: () => void) => ready.push(listener),
        };
        Object.assign(page.window, {tinyMCE: {get: (id: string) => id === 'body_en' ? editor : null}});
        await changed(page, find<HTMLElement>(page, '[data-placeholders="en"] [data-putin]'), 'click');
        await changed(page, find<HTMLButtonElement>(page, '[data-action="usedefault"]'), 'click');
        const early = [...done];
        ready.forEach(listener => listener());
        expect(early).toEqual([]);
        expect(done).toEqual(['{{COURSE}}', '<p>Soon.</p>']);
    });

    test('takes a default text over into the fields, and previews it', async () => {
        const page = await texts();
        await changed(page, find<HTMLButtonElement>(page, '[data-action="usedefault"]'), 'click');
        expect(find(page, '[data-subject="en"]').value).toBe('Come!');
        expect(find<HTMLTextAreaElement>(page, '#body_en').value).toBe('<p>Soon.</p>');
        expect(page.document.activeElement).toBe(find(page, '[data-subject="en"]'));
    });

    test('is started once, however often a window draws it', async () => {
        const page = await texts();
        const calls = page.calls.length;
        const {init} = await page.require(`${COMPONENT}/text_form`);
        init?.();
        await page.settled();
        expect(page.calls.length).toBe(calls);
    });
});

describe('the preview of a text', () => {
    test('shows what is written, in the language that it is written in', async () => {
        const page = await texts();
        expect(text(page, '[data-region="subject"]')).toBe('default of firstcall');
        const subject = find(page, '[data-subject="fr"]');
        await changed(page, subject, 'focusin');
        subject.value = 'Venez & <b>voyez</b>';
        await changed(page, subject);
        expect(text(page, '[data-region="subject"]')).toBe('Venez & <b>voyez</b>');
        expect((page.calls.at(-1)?.args as Mailing).language).toBe('fr');
        expect(find<HTMLIFrameElement>(page, 'iframe').srcdoc).toContain('<p>Hello</p>');
    });

    test('keeps the mail away from the page: its frame may run and open nothing', async () => {
        expect(find(await texts(), 'iframe').getAttribute('sandbox')).toBe('');
    });

    test('names an unknown placeholder where the outcome is read out', async () => {
        const page = await texts({
            [`${COMPONENT}_preview_message`]: () => ({subject: 's', html: '', language: 'en', problem: 'Unknown placeholder: NAME'}),
        });
        expect(text(page, '[data-region="outcome"]')).toBe('Unknown placeholder: NAME');
    });

    test('says below the mail why it cannot be shown, and takes nobody away from typing', async () => {
        const page = await texts({
            [`${COMPONENT}_preview_message`]: () => {
                throw new Error('Your session has ended.');
            },
        });
        expect(text(page, '[data-region="outcome"]')).toBe('Your session has ended.');
        expect(page.noticed.exceptions).toEqual([]);
    });

    test('finds learners by name, and shows names as they are', async () => {
        const page = await texts();
        find(page, '[data-field="search"]').value = 'sam';
        await changed(page, find(page, '[data-field="search"]'));
        expect([...find<HTMLSelectElement>(page, '[data-field="receiver"]').options].map(option => option.textContent)).toEqual(['Myself', '<b>Sam</b>']);
        expect(text(page, '[data-region="found"]')).toBe('People to choose from: 2');
    });

    test('sends a test of what is shown, once a click, and says what became of it', async () => {
        const page = await texts();
        await changed(page, find<HTMLButtonElement>(page, '[data-action="sendtest"]'), 'click');
        const tests = page.calls.filter(call => call.methodname === `${COMPONENT}_send_test`);
        expect(tests).toEqual([{methodname: `${COMPONENT}_send_test`, args: {
            courseid: 4, signal: 'firstcall', userid: 2, language: '',
            drafts: ['en', 'fr'].map(language => ({language, subject: '', body: '', format: 1})),
        }}]);
        expect(text(page, '[data-region="outcome"]')).toBe('Sent to me@example.com');
    });

    test('shows why a test could not be sent', async () => {
        const page = await texts({
            [`${COMPONENT}_send_test`]: () => {
                throw new Error('Your session has ended.');
            },
        });
        await changed(page, find<HTMLButtonElement>(page, '[data-action="sendtest"]'), 'click');
        expect(page.noticed.exceptions.map(String)).toEqual(['Error: Your session has ended.']);
        expect(page.pendingCount()).toBe(0);
    });
});
