import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {run} from '../../../build/cli/run.ts';
import {newPlugin} from '../../../build/new/newPlugin.ts';
import {addStrings} from '../../../build/strings/addStrings.ts';
import {PROJECT} from '../../../build/write/pluginFolder.ts';

const add = (text: string, ...keys: string[]): string | null => addStrings(text, new Map(keys.map(key => [key, `[[write: ${key}]]`])));

describe('a string is added', () => {
    test('below those that are named like it, in the order given', () => {
        expect(add("export const en = {\n    a: 'A',\n    'setting:b': 'B',\n    c: 'C',\n};\n", 'setting:x', 'setting:y')).toBe(
            "export const en = {\n    a: 'A',\n    'setting:b': 'B',\n    'setting:x': '[[write: setting:x]]',\n    'setting:y': '[[write: setting:y]]',\n    c: 'C',\n};\n",
        );
    });

    test('at the end where none is like it, with the comma that was not there', () => {
        expect(add("export const en = {\n    a: 'A'\n};\n", 'b')).toBe("export const en = {\n    a: 'A',\n    b: '[[write: b]]',\n};\n");
        expect(add("export const en = {\n    a: 'A',\n} as const;\n", 'b')).toBe("export const en = {\n    a: 'A',\n    b: '[[write: b]]',\n} as const;\n");
    });

    test('to an object that holds none', () => {
        expect(add('export const en = {};\n', 'a')).toBe("export const en = {\n    a: '[[write: a]]',\n};\n");
    });

    test('with quotes and backslashes as they are', () => {
        expect(addStrings('export const fr = {\n};\n', new Map([['a', "[[translate: it's \\ {$a}]]"]]))).toContain("a: '[[translate: it\\'s \\\\ {$a}]]',");
    });

    test('nowhere in a file without strings', () => {
        expect(add('export default 1;\n', 'a')).toBe(null);
    });
});

describe('build --strings', () => {
    let plugins: string;
    let folder: string;
    const edit = (path: string, from: string, to: string): void => {
        const text = readFileSync(join(folder, path), 'utf8');
        expect(text).toContain(from);
        writeFileSync(join(folder, path), text.replace(from, to));
    };

    beforeAll(async () => {
        plugins = mkdtempSync(join(PROJECT, '.new-'));
        await newPlugin(['local_strings'], plugins);
        folder = join(plugins, 'local_strings');
        edit('php/index.php', 'echo $OUTPUT->footer();', "echo get_string('more:thanks', 'local_strings') . get_string('greeting:mornin', 'local_strings');\necho $OUTPUT->footer();");
        edit('manifest.ts', "    adminpages: {", "    tasks: {tidy: {every: 'R 3 * * *', run: 'greeting::tidy'}},\n    adminpages: {");
        edit('lang/fr.ts', "    'greeting:evening': 'Bonsoir {$a}',\n", '');
    });
    afterAll(() => rmSync(plugins, {recursive: true}));

    test('writes what the manifest and the sources ask for, and leaves out what is misspelt', async () => {
        const ended = await run(['--strings', '--from', folder]);
        expect(ended.lines.join('\n')).toContain("'greeting:mornin' is left out: it looks like a misspelt 'greeting:morning'");
        expect(ended.code).toBe(0);
        const [en, fr] = ['en', 'fr'].map(language => readFileSync(join(folder, 'lang', `${language}.ts`), 'utf8'));
        expect(en).toContain("    'task:tidy': '[[write: task:tidy]]',");
        expect(en).toContain("    'more:thanks': '[[write: more:thanks]]',");
        expect(en).not.toContain("'greeting:mornin'");
        expect(fr).toContain("    'greeting:evening': '[[translate: Good evening, {$a}]]',");
        expect(fr).toContain("    'task:tidy': '[[write: task:tidy]]',");
    });
});

describe('what is only marked', () => {
    let plugins: string;

    beforeAll(async () => {
        plugins = mkdtempSync(join(PROJECT, '.new-'));
        await newPlugin(['local_marked'], plugins);
        const path = join(plugins, 'local_marked/lang/fr.ts');
        writeFileSync(path, readFileSync(path, 'utf8').replace('Bonsoir {$a}', '[[translate: Good evening, {$a}]]'));
    });
    afterAll(() => rmSync(plugins, {recursive: true}));

    test.each([['--zip'], ['release']])('leaves with no %s', async word => {
        const ended = await run([word, '--from', join(plugins, 'local_marked')]);
        expect(ended.code).toBe(2);
        expect(ended.lines.join('\n')).toMatch(/local_marked\/lang\/fr\.ts:\d+ {2}unwritten-string\n {4}'greeting:evening' is only marked/);
    });
});
