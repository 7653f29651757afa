import {expect, test} from 'vitest';
import {buildAmd} from '../../build/amd/buildAmd.ts';
import {clientModule} from '../../build/amd/clientModule.ts';
import {type AmdPage, amdPage} from './amdPage.ts';

async function clientPage(answers: Record<string, (args: never) => unknown>): Promise<AmdPage> {
    const sources = new Map([['amd/src/local/client.js', clientModule('block_example', ['get_forecast'])]]);
    const {files} = await buildAmd({component: 'block_example', sources});
    return amdPage({component: 'block_example', files, answers});
}

test('the client calls the function by its whole name and gives its answer', async () => {
    const page = await clientPage({'block_example_get_forecast': ({courseid}: {courseid: number}) => [courseid]});
    const {call} = await page.require('block_example/local/client');
    expect(await call?.('get_forecast', {courseid: 7})).toEqual([7]);
    expect(page.calls).toEqual([{methodname: 'block_example_get_forecast', args: {courseid: 7}}]);
});

test('a call is pending while it is under way, and no longer when it fails', async () => {
    const page = await clientPage({});
    const {call} = await page.require('block_example/local/client');
    const answer = call?.('get_forecast', {});
    expect(page.pendingCount()).toBe(1);
    await expect(answer).rejects.toThrow('No answer for block_example_get_forecast');
    expect(page.pendingCount()).toBe(0);
});
