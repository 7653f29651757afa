import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Outcome} from '../../steps/step.ts';
import {FAILED, SKIPPED, type Tally} from '../../steps/tally.ts';
import {execute, type Execution} from '../../steps/execute.ts';
import {pluginWithoutTests} from '../../../build/diagnostics/checks.ts';
import {formatDiagnostic} from '../../../build/diagnostics/diagnostic.ts';
import {ensureMachine} from '../machine.ts';
import type {Pair} from '../pair.ts';
import {pluginDir} from '../plugins.ts';
import {run} from '../run.ts';
import type {Site} from '../site.ts';
import {phpunitVendor} from './phpunitVendor.ts';

/** Gets the site ready for PHPUnit: the installed plugins become part of its test site. */
export async function initPhpunit(pair: Pair, site: Site): Promise<Execution> {
    await ensureMachine(['locale', 'composer'], console.log);
    const vendor = await phpunitVendor(site.tree, pair.places.cache);
    rmSync(join(site.dir, 'vendor'), {recursive: true, force: true});
    await run('cp', ['-a', vendor, join(site.dir, 'vendor')]);
    // Moodle would download Composer to install what stands in vendor/ already.
    writeFileSync(join(site.dir, 'composer.phar'), '<?php exit(0);\n');
    mkdirSync(site.phpunitData, {recursive: true});
    const init = join(site.root, 'admin/tool/phpunit/cli/init.php');
    return execute('php', [init], {cwd: site.dir, env: phpEnvironment(site), seconds: 600});
}

export async function runPhpunit(site: Site, component: string): Promise<Outcome> {
    const report = join(site.data, 'phpunit-junit.xml');
    rmSync(report, {force: true});
    if (!existsSync(join(pluginDir(site, component), 'tests'))) {
        return {tally: SKIPPED, detail: formatDiagnostic(pluginWithoutTests(component))};
    }
    const args = ['vendor/bin/phpunit', '--testsuite', `${component}_testsuite`, '--log-junit', report, '--colors=never'];
    const done = await execute('php', args, {cwd: site.dir, env: phpEnvironment(site), seconds: 900});
    const tally = existsSync(report) ? countJunit(readFileSync(report, 'utf8')) : FAILED;
    const agrees = (done.code === 0) === (tally.failed === 0) && tally.passed + tally.failed > 0;
    return {
        tally: agrees ? tally : {...tally, failed: tally.failed + 1},
        detail: done.code === 0 && agrees ? '' : done.output.trim(),
    };
}

/** The first suite of a JUnit report sums up all that is inside it. */
export function countJunit(xml: string): Tally {
    const head = /<testsuite\s[^>]*>/.exec(xml)?.[0] ?? '';
    const number = (name: string): number => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(head)?.[1] ?? 0);
    const failed = number('failures') + number('errors');
    return {passed: number('tests') - failed - number('skipped'), failed, skipped: number('skipped')};
}

/** Moodle's init starts further php processes, which only a scanned folder reaches with settings. */
export function phpEnvironment(site: Site): Record<string, string> {
    const folder = join(site.phpunitData, '..', 'phpunit-ini');
    mkdirSync(folder, {recursive: true});
    writeFileSync(join(folder, 'moodle.ini'), 'max_input_vars = 5000\nmemory_limit = 1G\nopcache.enable_cli = 0\n');
    return {...site.env, PHP_INI_SCAN_DIR: `:${folder}`};
}
