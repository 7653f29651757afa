import {fileURLToPath} from 'node:url';
import {expect, test} from 'vitest';
import {amdPage} from './amdPage.ts';
import {builtModules} from './builtModules.ts';

const example = fileURLToPath(new URL('../golden/amd/forecast/', import.meta.url));

test('modules that import each other, rules and core run as built, through the loader', async () => {
    const page = amdPage({
        component: 'block_example',
        files: await builtModules('block_example', example),
        html: '<div id="root" data-courseid="7"><div data-region="chart"></div></div>',
        answers: {'block_example_get_forecast': () => [{time: 86400, count: 2}, {time: 90000000, count: 5}]},
        strings: {'block_example': {forecast: '{$a->total} mails'}},
    });
    const {init} = await page.require('block_example/forecast_chart');
    init?.(page.document.getElementById('root'), 'closed', 'onedaytoend');
    expect(page.pendingCount()).toBeGreaterThan(0);
    await page.settled();
    expect(page.document.querySelector<HTMLElement>('[data-region="chart"]')?.title).toBe('7 mails');
    expect(page.noticed.exceptions).toEqual([]);
});

test('an error of the code under test is seen, not swallowed', async () => {
    const page = amdPage({
        component: 'block_example',
        files: await builtModules('block_example', example),
        html: '<div id="root" data-courseid="7"><div data-region="chart"></div></div>',
    });
    const {init} = await page.require('block_example/forecast_chart');
    init?.(page.document.getElementById('root'));
    await new Promise(resolve => setTimeout(resolve, 20));
    expect(page.noticed.exceptions.map(String)).toEqual(['Error: No answer for block_example_get_forecast in this test.']);
    expect(page.pendingCount()).toBe(0);
});

test('a module that nobody gave is named', async () => {
    const page = amdPage({component: 'block_example', files: new Map()});
    await expect(page.require('core/no_such_module')).rejects.toThrow('core/no_such_module');
});
