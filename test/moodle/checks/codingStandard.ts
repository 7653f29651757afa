import {existsSync} from 'node:fs';
import {homedir} from 'node:os';
import {join} from 'node:path';
import {codingStandardMissing} from '../../../build/diagnostics/checks.ts';
import {formatDiagnostic} from '../../../build/diagnostics/diagnostic.ts';
import {execute} from '../../steps/execute.ts';
import type {Outcome} from '../../steps/step.ts';
import {FAILED, PASSED, SKIPPED} from '../../steps/tally.ts';

/** Moodle's coding standard on a plugin where it stands in a Moodle tree: no error and no warning is let through. */
export async function codingStandard(folder: string): Promise<Outcome> {
    const phpcs = codingStandardCommand();
    if (phpcs === null) {
        return {tally: SKIPPED, detail: formatDiagnostic(codingStandardMissing(codingStandardFolder()))};
    }
    const args = ['-d', 'memory_limit=1G', phpcs, '--standard=moodle', '--extensions=php', '--ignore=*/amd/*', '--warning-severity=1', '-s', '-q', '--report=emacs', folder];
    const done = await execute('php', args, {seconds: 300});
    return done.code === 0
        ? {tally: PASSED, detail: ''}
        : {tally: FAILED, detail: done.output.replaceAll(`${folder}/`, '').trim()};
}

function codingStandardCommand(): string | null {
    const command = join(codingStandardFolder(), 'vendor', 'bin', 'phpcs');
    return existsSync(command) ? command : null;
}

function codingStandardFolder(): string {
    return process.env['MOODLE_CS_DIR'] ?? join(homedir(), '.cache', 'moodle-plugin-suite', 'moodle-cs');
}
