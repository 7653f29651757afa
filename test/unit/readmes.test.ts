import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {PROJECT, pluginNames} from '../../build/write/pluginFolder.ts';

describe.each(await pluginNames())('the README of %s', plugin => {
    const folder = join(PROJECT, 'plugins', plugin);
    const [english = '', french = ''] = ['README.md', 'README.fr.md'].map(name =>
        (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : ''));
    const both = (pattern: RegExp): readonly (readonly string[])[] => [english, french].map(text => [...text.matchAll(pattern)].map(([, found = '']) => found));

    it.each([
        ['sections', /^(#+) /gm],
        ['pictures', /!\[[^\]]*\]\(([^)]+)\)/g],
        ['options of commands', /(?<=\s|`)(--[a-z][a-z-]*)/g],
        ['capabilities and columns in tables', /^\| `(\w+)`/gm],
    ])('has the same %s in both languages', (_what, pattern) => {
        const [one, other] = both(pattern);
        expect(other).toEqual(one);
    });

    it('shows pictures that there are', () => {
        const shown = both(/!\[[^\]]*\]\(([^)]+)\)/g).flat();
        expect(shown.filter(path => !existsSync(join(folder, path)))).toEqual([]);
    });
});
