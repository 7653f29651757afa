import {describe, expect, it} from 'vitest';
import {commandLine} from '../../../build/cli/commandLine.ts';
import {run} from '../../../build/cli/run.ts';
import {USAGE} from '../../../build/diagnostics/cli.ts';
import {formatDiagnostic} from '../../../build/diagnostics/diagnostic.ts';
import {explain} from '../../../build/write/explain.ts';
import {builtLike} from '../write/pluginLike.ts';

describe('the command line of the build', () => {
    it('builds what is named', () => {
        expect(commandLine(['block_x', '--zip'])).toMatchObject({does: 'build', plugins: ['block_x'], zip: true});
    });

    it('takes a path to explain for a path, and a plugin for a plugin', () => {
        expect(commandLine(['--explain', 'db/access.php'])).toMatchObject({does: 'explain', path: 'db/access.php', plugins: []});
        expect(commandLine(['--explain', 'block_x'])).toMatchObject({does: 'explain', path: null, plugins: ['block_x']});
    });

    it('says what a misspelt option may have meant', () => {
        const refused = commandLine(['--chek']);
        expect('code' in refused ? formatDiagnostic(refused) : '').toMatch(/^unknown-option\n.*Did you mean --check\?/);
    });

    it('asks for the folder that an option needs', () => {
        expect(commandLine(['--moodle', '--zip'])).toMatchObject({code: 'missing-value'});
    });

    it('refuses two options that contradict each other', () => {
        expect(commandLine(['--check', '--explain'])).toMatchObject({code: 'options-clash'});
    });
});

describe('the build', () => {
    it('refuses an unknown plugin, says which was meant, writes nothing and ends with 2', async () => {
        const {lines, code} = await run(['block_course_notifikation']);
        expect(code).toBe(2);
        expect(lines.join('\n')).toMatch(/unknown-plugin\n.*Did you mean block_course_notification\?/);
        expect(lines.at(-1)).toBe('1 problem, nothing written.');
    });

    it('counts more than one problem', async () => {
        expect((await run(['local_a', 'local_b'])).lines.at(-1)).toBe('2 problems, nothing written.');
    });

    it('asks which plugin is released', async () => {
        expect((await run(['release'])).lines[0]).toMatch(/^release-what\n/);
    });

    it('refuses a folder without a manifest', async () => {
        const {lines, code} = await run(['--from', 'test']);
        expect(code).toBe(2);
        expect(lines.join('\n')).toMatch(/^test {2}no-manifest\n/);
    });

    it('explains itself when asked for help', async () => {
        expect(await run(['--help'])).toEqual({code: 0, lines: [USAGE]});
    });
});

describe('the explanation of a file', () => {
    const plugins = [builtLike({'version.php': '', 'db/access.php': ''})];

    it('names the emitter and the source', () => {
        expect(explain(plugins, 'dist/local_small/db/access.php')).toEqual(['local_small/db/access.php  version  plugins/local_small/manifest.ts']);
    });

    it('says which path was meant', () => {
        const refused = explain(plugins, 'local_small/versoin.php');
        expect('code' in refused ? formatDiagnostic(refused) : '').toMatch(/^unknown-file\n.*local_small\/version\.php/);
    });
});
