import {existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {formatDiagnostic} from '../../../build/diagnostics/diagnostic.ts';
import {newPlugin} from '../../../build/new/newPlugin.ts';
import {buildPlugin} from '../../../build/write/buildPlugin.ts';
import {PROJECT, pluginFolder} from '../../../build/write/pluginFolder.ts';

let plugins: string;

beforeEach(() => {
    // As deep as plugins/: what a plugin imports of the build is found from there.
    plugins = mkdtempSync(join(PROJECT, '.new-'));
});
afterEach(() => rmSync(plugins, {recursive: true}));

test.each([['local_wel_come', 'index.php'], ['tool_welcome', 'index.php'], ['block_welcome', 'block_welcome.php']])('%s builds as it is written', async (name, entry) => {
    const ended = await newPlugin([name], plugins);
    expect(ended.code).toBe(0);
    const {plugin, problems} = await buildPlugin(pluginFolder(join(plugins, name)));
    expect(problems.map(formatDiagnostic)).toEqual([]);
    expect([...plugin?.files.keys() ?? []]).toEqual(expect.arrayContaining([
        entry, 'version.php', 'classes/privacy/provider.php', 'classes/local/rules/day_part.php', 'tests/local/greeting_test.php', 'lang/fr/' + name + '.php',
    ]));
    expect(readdirSync(plugins)).toEqual([name]);
});

describe('what cannot be a plugin is refused, and nothing is written', () => {
    test.each([
        ['greeting', 'no-frankenstyle'], ['Local greeting', 'no-frankenstyle'], ['local_', 'no-frankenstyle'], ['mod_greeting', 'unknown-type'],
        ['../x_y', 'unknown-type'], ['local_Greeting', 'bad-name'], ['local_x', 'bad-name'], ['local_a__b', 'bad-name'], ['local_ab_', 'bad-name'],
        ['local_1a', 'bad-name'], ['local_../a', 'bad-name'], [`local_${'a'.repeat(31)}`, 'bad-name'], ['local_there', 'plugin-there'],
    ])('%s: %s', async (name, code) => {
        mkdirSync(join(plugins, 'local_there'));
        writeFileSync(join(plugins, 'local_there/mine.txt'), 'mine');
        const ended = await newPlugin([name], plugins);
        expect(ended.code).toBe(2);
        expect(ended.lines.join('\n')).toContain(code);
        expect(readdirSync(plugins)).toEqual(['local_there']);
        expect(readdirSync(join(plugins, 'local_there'))).toEqual(['mine.txt']);
    });

    test.each([[[]], [['local_one', 'local_two']], [['--moodle']]])('%j shows how it is asked for', async words => {
        const ended = await newPlugin(words, plugins);
        expect(ended).toMatchObject({code: 2});
        expect(ended.lines.join('\n')).toContain('npm run new -- NAME');
    });
});

test('half a plugin of a run that was cut off is no hindrance', async () => {
    mkdirSync(join(plugins, '.local_welcome.new/php'), {recursive: true});
    await newPlugin(['local_welcome'], plugins);
    expect(existsSync(join(plugins, '.local_welcome.new'))).toBe(false);
    expect(existsSync(join(plugins, 'local_welcome/manifest.ts'))).toBe(true);
});
