import {existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {toolMissing} from '../../../build/diagnostics/checks.ts';
import {formatDiagnostic} from '../../../build/diagnostics/diagnostic.ts';
import {execute} from '../../steps/execute.ts';
import type {Outcome} from '../../steps/step.ts';
import {FAILED, PASSED, SKIPPED} from '../../steps/tally.ts';
import {ensureMachine} from '../machine.ts';
import {pluginDir} from '../plugins.ts';
import {Refusal} from '../refusal.ts';
import {run} from '../run.ts';
import type {Site} from '../site.ts';
import {checkScript} from './facts.ts';

/** The oldest and the newest PHP that the plugins promise, as PHPStan writes them. */
const VERSIONS = [80100, 80400];

const RULES = fileURLToPath(new URL('phpstan.neon', import.meta.url));

/** PHPStan on what ships, with the classes of the site it stands in: nothing is let through, and nothing is on a list of known findings. */
export async function phpstan(site: Site, component: string, cache: string): Promise<Outcome> {
    const program = await phpstanProgram(cache);
    if (program === null) {
        return {tally: SKIPPED, detail: formatDiagnostic(toolMissing('phpstan/phpstan', join(cache, 'phpstan'), null))};
    }
    const folder = mkdtempSync(join(tmpdir(), 'phpstan-'));
    try {
        const said: string[] = [];
        for (const version of VERSIONS) {
            const config = join(folder, `${version}.neon`);
            writeFileSync(config, configFor(pluginDir(site, component), version, folder));
            const done = await execute('php', [
                '-d', 'memory_limit=2G', program, 'analyse', '--configuration', config, '--no-progress', '--error-format=raw',
            ], {env: {...site.env, MOODLE_SITE_DIR: site.dir}, seconds: 600});
            said.push(...done.code === 0 ? [] : [`PHP ${version}:`, done.output.replaceAll(`${pluginDir(site, component)}/`, '').trim()]);
        }
        return {tally: said.length === 0 ? PASSED : FAILED, detail: said.join('\n')};
    } finally {
        rmSync(folder, {recursive: true, force: true});
    }
}

function configFor(plugin: string, version: number, folder: string): string {
    return [
        'includes:', `    - ${RULES}`,
        'parameters:',
        `    phpVersion: ${version}`,
        `    paths: ['${plugin}']`,
        // Tests stand on PHPUnit's classes, language files are lists, and both are run elsewhere.
        `    excludePaths: ['${plugin}/tests/*', '${plugin}/lang/*']`,
        `    bootstrapFiles: ['${checkScript('phpstanbootstrap')}']`,
        `    tmpDir: '${join(folder, 'tmp')}'`,
        '',
    ].join('\n');
}

/** Installed once into the cache, as PHPUnit is; null where it cannot be had. */
async function phpstanProgram(cache: string): Promise<string | null> {
    const folder = join(cache, 'phpstan');
    const program = join(folder, 'vendor', 'phpstan', 'phpstan', 'phpstan.phar');
    if (!existsSync(program)) {
        try {
            await ensureMachine(['composer'], console.log);
            mkdirSync(folder, {recursive: true});
            writeFileSync(join(folder, 'composer.json'), JSON.stringify({require: {'phpstan/phpstan': '^2.1'}}));
            await run('composer', ['update', '--no-interaction', '--no-progress', '--no-audit'], {cwd: folder, env: {COMPOSER_ALLOW_SUPERUSER: '1'}});
        } catch (problem) {
            if (!(problem instanceof Refusal)) {
                throw problem;
            }
        }
    }
    return existsSync(program) ? program : null;
}
