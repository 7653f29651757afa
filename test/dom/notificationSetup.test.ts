import {beforeAll, describe, expect, test} from 'vitest';
import {en} from '../../plugins/block_course_notification/lang/en.ts';
import {FAMILIES} from '../../plugins/block_course_notification/rules/forecast.ts';
import {SIGNALS} from '../../plugins/block_course_notification/rules/signals.ts';
import {type AmdPage, amdPage} from './amdPage.ts';
import {fakeTemplates} from './fakes/templates.ts';
import {shippedFiles} from './shippedFiles.ts';

const COMPONENT = 'block_course_notification';
const strings = {[COMPONENT]: en as Readonly<Record<string, string>>};

type Mailing = {readonly signal: string; readonly userid: number; readonly drafts: readonly {subject: string; body: string}[]};

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
    const preview = await render('preview', {signals: names, receivers: [{id: 2, name: 'Myself'}]});
    const text = await render('default_text', {signal: 'firstcall', language: 'en', subject: 'Come!', body: '<p>Soon.</p>'});
    return `<div>${forecast}<div data-region="setupform"><form>
        <input type="checkbox" name="enable" checked><input type="checkbox" name="firstassign" checked><input type="checkbox" name="firstcall" checked>
        <input type="checkbox" name="inactive" checked>
        <input name="firstcallafter" value="7"><input name="secondcallafter" value="14">
        <input name="inactiveafter" value="14"><input name="inactiveevery" value="20">
        <input data-subject="firstcall" data-language="en"><textarea data-body="firstcall" data-language="en"></textarea>${text}
        </form></div>${preview}</div>`;
}

function setupPage(answers: Record<string, (args: never) => unknown> = {}): AmdPage {
    return amdPage({
        component: COMPONENT, files, html, strings,
        answers: {
            [`${COMPONENT}_get_forecast_counts`]: () => groups,
            [`${COMPONENT}_preview_message`]: ({signal, drafts}: Mailing) =>
                ({subject: drafts[0]?.subject ?? `default of ${signal}`, html: '<p>Hello</p>', language: 'en', problem: ''}),
            [`${COMPONENT}_find_receivers`]: () => [{id: 2, name: 'Myself'}, {id: 9, name: '<b>Sam</b>'}],
            [`${COMPONENT}_send_test`]: () => ({sent: true, outcome: 'Sent to me@example.com'}),
            ...answers,
        },
    });
}

async function started(answers: Record<string, (args: never) => unknown> = {}): Promise<AmdPage> {
    const page = setupPage(answers);
    const {init} = await page.require(`${COMPONENT}/setup`);
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

describe('the preview of the setup page', () => {
    test('turns to the text that is being written', async () => {
        const page = await started();
        expect(text(page, '[data-region="subject"]')).toBe('default of firstassign');
        const subject = find(page, '[data-subject="firstcall"]');
        await changed(page, subject, 'focusin');
        subject.value = 'Come & see <b>us</b>';
        await changed(page, subject);
        expect(find(page, '[data-field="signal"]').value).toBe('firstcall');
        expect(text(page, '[data-region="subject"]')).toBe('Come & see <b>us</b>');
        expect(find<HTMLIFrameElement>(page, 'iframe').srcdoc).toContain('<p>Hello</p>');
    });

    test('keeps the mail away from the page: its frame may run and open nothing', async () => {
        expect(find(await started(), 'iframe').getAttribute('sandbox')).toBe('');
    });

    test('names an unknown placeholder where the outcome is read out', async () => {
        const page = await started({
            [`${COMPONENT}_preview_message`]: () => ({subject: 's', html: '', language: 'en', problem: 'Unknown placeholder: NAME'}),
        });
        expect(text(page, '[role="status"]')).toBe('Unknown placeholder: NAME');
    });

    test('says below the mail why it cannot be shown, and takes nobody away from typing', async () => {
        const page = await started({
            [`${COMPONENT}_preview_message`]: () => {
                throw new Error('Your session has ended.');
            },
        });
        expect(text(page, '[role="status"]')).toBe('Your session has ended.');
        expect(page.noticed.exceptions).toEqual([]);
    });

    test('finds learners by name, and shows names as they are', async () => {
        const page = await started();
        find(page, '[data-field="search"]').value = 'sam';
        await changed(page, find(page, '[data-field="search"]'));
        expect([...find<HTMLSelectElement>(page, '[data-field="receiver"]').options].map(option => option.textContent)).toEqual(['Myself', '<b>Sam</b>']);
        expect(text(page, '[data-region="found"]')).toBe('People to choose from: 2');
    });

    test('sends a test of what is shown, once a click, and says what became of it', async () => {
        const page = await started();
        await changed(page, find<HTMLButtonElement>(page, '[data-action="sendtest"]'), 'click');
        const tests = page.calls.filter(call => call.methodname === `${COMPONENT}_send_test`);
        expect(tests).toEqual([{methodname: `${COMPONENT}_send_test`, args: {courseid: 4, signal: 'firstassign', userid: 2, drafts: []}}]);
        expect(text(page, '[role="status"]')).toBe('Sent to me@example.com');
    });

    test('shows why a test could not be sent', async () => {
        const page = await started({
            [`${COMPONENT}_send_test`]: () => {
                throw new Error('Your session has ended.');
            },
        });
        await changed(page, find<HTMLButtonElement>(page, '[data-action="sendtest"]'), 'click');
        expect(page.noticed.exceptions.map(String)).toEqual(['Error: Your session has ended.']);
        expect(page.pendingCount()).toBe(0);
    });
});

test('a default text is taken over into the fields, and previewed', async () => {
    const page = await started();
    await changed(page, find<HTMLButtonElement>(page, '[data-action="usedefault"]'), 'click');
    expect(find(page, '[data-subject="firstcall"]').value).toBe('Come!');
    expect(find<HTMLTextAreaElement>(page, '[data-body="firstcall"]').value).toBe('<p>Soon.</p>');
    expect(page.document.activeElement).toBe(find(page, '[data-subject="firstcall"]'));
});
