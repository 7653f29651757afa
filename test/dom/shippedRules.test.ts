import {existsSync} from 'node:fs';
import {basename, join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {beforeAll, describe, expect, test} from 'vitest';
import {modulePath} from '../../build/amd/moduleName.ts';
import {filesBelow, PROJECT, pluginNames} from '../../build/write/pluginFolder.ts';
import type {Vector} from '../rules/vectors.ts';
import {type AmdPage, amdPage} from './amdPage.ts';
import {shippedFiles} from './shippedFiles.ts';

type Vectors = Readonly<Record<string, readonly Vector<readonly unknown[], unknown>[]>>;

const plugins = (await pluginNames()).filter(component => existsSync(join(PROJECT, 'plugins', component, 'rules')));

describe.each(plugins)('the rules that %s ships to the browser', async component => {
    const folder = join(PROJECT, 'plugins', component, 'vectors');
    const modules = (await filesBelow(folder)).map(path => basename(path, '.ts'));
    let files: ReadonlyMap<string, string>;
    let page: AmdPage;

    beforeAll(async () => {
        files = await shippedFiles(component);
        // What only a click opens is never made here: that it is a class is all that counts.
        page = amdPage({component, files, fakes: {'core_form/modalform': class {}, 'core_table/dynamic': {Events: {tableContentRefreshed: 'refreshed'}}}});
    });

    test.each(modules)('%s gives the answers of its examples', async name => {
        const {vectors = {}} = await import(/* @vite-ignore */ pathToFileURL(join(folder, `${name}.ts`)).href) as {vectors?: Vectors};
        const module = modulePath(`rules/${name}.ts`);
        const rules = Object.keys(vectors).length === 0 ? {} : await page.require(`${component}/${module}`);
        for (const [rule, examples] of Object.entries(vectors)) {
            for (const {why, given, gives} of examples) {
                // As text: a page's arrays are of another realm.
                expect(JSON.stringify(rules[rule]?.(...given)), `${rule}: ${why}`).toBe(JSON.stringify(gives));
            }
        }
    });

    test('every module that is shipped can be loaded', async () => {
        const built = [...files.keys()].flatMap(path => /^amd\/build\/(.+)\.min\.js$/.exec(path)?.[1] ?? []);
        expect(built.length).toBeGreaterThan(0);
        for (const module of built) {
            expect(typeof await page.require(`${component}/${module}`), module).toBe('object');
        }
    });
});
