import {expect, test} from 'vitest';
import {en} from '../../plugins/block_course_notification/lang/en.ts';
import {type AmdPage, amdPage} from './amdPage.ts';
import {builtModules} from './builtModules.ts';

const component = 'block_course_notification';
const DAYS = 30;
const newcomers = {start: 0, end: null, seen: null, completed: null, sent: [], reminded: null, optedout: [], count: 10};

const FORM = `
    <div data-region="setupform"><form>
        <input type="checkbox" name="firstassign" checked>
        <input type="checkbox" name="firstcall" checked>
        <input name="firstcallafter" value="7">
        <input name="secondcallafter" value="14">
        <input name="inactiveafter" value="14">
        <input name="inactiveevery" value="7">
        <input data-subject="firstassign" data-language="en" value="Welcome">
        <textarea data-body="firstassign" data-language="en">Hello</textarea>
    </form></div>
    <main></main>`;

/** The setup page as the server draws it, with the plugin's own templates. */
async function setupPage(answers: Record<string, (args: never) => unknown> = {}): Promise<AmdPage> {
    const page = amdPage({
        component,
        files: await builtModules(component),
        html: FORM,
        strings: {[component]: en},
        answers: {
            [`${component}_get_forecast_counts`]: () => [newcomers],
            [`${component}_preview_message`]: ({signal}: {signal: string}) => ({subject: `About ${signal}`, html: '<p>Hello</p>', language: 'en', problem: ''}),
            ...answers,
        },
    });
    const families = ['start', 'presence', 'end'].map(family => ({family, name: family}));
    const days = Array.from({length: DAYS}, (_, index) => ({
        index, label: `Day ${index}`, tick: false, total: 0, bars: families.map(({family}) => ({family, count: 0, height: 0})),
    }));
    const signals = ['firstassign', 'firstcall'].map(signal => ({signal, name: signal, count: 0}));
    const context = {summary: '', highest: 0, days, families, signals, receivers: [{id: 2, name: 'Ada'}]};
    const templates = await page.require('core/templates');
    for (const name of ['forecast', 'preview']) {
        const {html} = await templates['renderForPromise']?.(`${component}/${name}`, context) as {html: string};
        page.document.querySelector('main')?.insertAdjacentHTML('beforeend', html);
    }
    const setup = await page.require(`${component}/setup`);
    await setup['init']?.(7);
    await page.settled();
    return page;
}

const text = (page: AmdPage, selector: string): string => page.document.querySelector(selector)?.textContent?.trim() ?? '';

function change(page: AmdPage, selector: string, how: (field: HTMLInputElement) => void): Promise<void> {
    const field = page.document.querySelector<HTMLInputElement>(selector);
    if (field === null) {
        throw new Error(`No ${selector} on the page.`);
    }
    how(field);
    field.dispatchEvent(new page.window.Event('input', {bubbles: true}));
    return page.settled();
}

test('the forecast shows the mails that the settings lead to', async () => {
    const page = await setupPage();
    expect(page.noticed.exceptions).toEqual([]);
    expect(text(page, '[data-row="0"] [data-family="total"]')).toBe('10');
    expect(text(page, '[data-row="7"] [data-family="start"]')).toBe('10');
    expect(text(page, 'tr[data-signal="firstassign"] [data-count]')).toBe('10');
});

test('the forecast moves with a switch and with a delay, before anything is saved', async () => {
    const page = await setupPage();
    const asked = page.calls.filter(({methodname}) => methodname.endsWith('get_forecast_counts')).length;
    await change(page, '[name="firstassign"]', field => (field.checked = false));
    expect(text(page, '[data-row="0"] [data-family="total"]')).toBe('0');
    await change(page, '[name="firstcallafter"]', field => (field.value = '9'));
    expect(text(page, '[data-row="7"] [data-family="start"]')).toBe('0');
    expect(text(page, '[data-row="9"] [data-family="start"]')).toBe('10');
    expect(page.calls.filter(({methodname}) => methodname.endsWith('get_forecast_counts'))).toHaveLength(asked);
});

test('the preview asks with the text as it stands in the form', async () => {
    const page = await setupPage();
    expect(text(page, '[data-region="subject"]')).toBe('About firstassign');
    await change(page, '[data-subject="firstassign"]', field => (field.value = 'Changed'));
    const last = page.calls.filter(({methodname}) => methodname.endsWith('preview_message')).at(-1);
    expect(last?.args).toMatchObject({courseid: 7, signal: 'firstassign', drafts: [{language: 'en', subject: 'Changed', body: 'Hello'}]});
});

test('a server that fails is reported to the person, and nothing stays pending', async () => {
    const page = await setupPage({[`${component}_get_forecast_counts`]: () => { throw new Error('Server down'); }});
    expect(page.noticed.exceptions.map(String)).toEqual(['Error: Server down']);
    expect(page.pendingCount()).toBe(0);
});
