import {readFileSync, writeFileSync} from 'node:fs';
import {join, relative} from 'node:path';
import {phpEnvironment} from '../moodle/checks/phpunit.ts';
import type {Site} from '../moodle/site.ts';
import {execute} from '../steps/execute.ts';

export type Run = {readonly passed: boolean; readonly output: string};

/** The PHPUnit tests of a plugin in a site that was made ready for them. */
export type PluginTests = {
    /** Runs files of tests in one process, which ends with the first that fails. */
    run(paths: readonly string[]): Promise<Run>;
};

export function pluginTests(site: Site, folder: string): PluginTests {
    const env = phpEnvironment(site);
    // Beside Moodle's own: paths in it are those of the tree.
    const config = join(site.dir, 'phpunit-mutate.xml');
    const template = readFileSync(join(site.dir, 'phpunit.xml'), 'utf8');
    return {
        run: async paths => {
            const files = paths.map(path => `<file>${join(relative(site.dir, folder), path)}</file>`).join('');
            writeFileSync(config, template.replace(/<testsuites>[^]*<\/testsuites>/, `<testsuites><testsuite name="mutate">${files}</testsuite></testsuites>`));
            const args = ['vendor/bin/phpunit', '-c', config, '--stop-on-defect', '--colors=never'];
            const {code, output} = await execute('php', args, {cwd: site.dir, env, seconds: 180});
            return {passed: code === 0, output};
        },
    };
}
