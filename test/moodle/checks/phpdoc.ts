import {cpSync, existsSync, rmSync} from 'node:fs';
import {homedir} from 'node:os';
import {join, relative} from 'node:path';
import {toolMissing} from '../../../build/diagnostics/checks.ts';
import {formatDiagnostic} from '../../../build/diagnostics/diagnostic.ts';
import {execute} from '../../steps/execute.ts';
import type {Outcome} from '../../steps/step.ts';
import {FAILED, PASSED, SKIPPED} from '../../steps/tally.ts';
import {PHP_OPTIONS} from '../phpOptions.ts';
import {pluginDir} from '../plugins.ts';
import type {Site} from '../site.ts';
import {checkScript} from './facts.ts';

/** Moodle's checker of documentation, as moodle-plugin-ci runs it: no error and no warning is let through. */
export async function phpdoc(site: Site, component: string): Promise<Outcome> {
    const checker = process.env['MOODLECHECK_DIR'] ?? join(homedir(), '.cache', 'moodle-plugin-suite', 'moodlecheck');
    if (!existsSync(join(checker, 'cli', 'moodlecheck.php'))) {
        return {tally: SKIPPED, detail: formatDiagnostic(toolMissing('moodlehq/moodle-local_moodlecheck', checker, 'MOODLECHECK_DIR'))};
    }
    const guest = join(site.root, 'local', 'moodlecheck');
    try {
        cpSync(checker, guest, {recursive: true});
        const done = await execute('php', [
            ...PHP_OPTIONS, '-d', `auto_prepend_file=${checkScript('ignorecomponentcache')}`,
            'local/moodlecheck/cli/moodlecheck.php', `-p=${relative(site.root, pluginDir(site, component))}`, '-f=text',
        ], {cwd: site.root, env: site.env, seconds: 300});
        const findings = phpdocFindings(done.output);
        return done.code === 0 && findings.length === 0 ? {tally: PASSED, detail: ''} : {tally: FAILED, detail: findings.join('\n') || done.output.trim()};
    } finally {
        rmSync(guest, {recursive: true, force: true});
    }
}

/** The lines of a report that say something, each with its file: `x.php  Line 3: …`. */
export function phpdocFindings(report: string): string[] {
    let file = '';
    return report.split('\n').flatMap(line => {
        if (/^\S/.test(line)) {
            file = line.trim();
        }
        return /^\s+Line/.test(line) ? [`${file} ${line.trim()}`] : [];
    });
}
