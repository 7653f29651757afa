import {existsSync} from 'node:fs';
import {homedir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {toolMissing} from '../../../build/diagnostics/checks.ts';
import {formatDiagnostic} from '../../../build/diagnostics/diagnostic.ts';
import {execute} from '../../steps/execute.ts';
import type {Outcome} from '../../steps/step.ts';
import {FAILED, PASSED, SKIPPED} from '../../steps/tally.ts';

const RULES = fileURLToPath(new URL('phpmd.xml', import.meta.url));
/** Every setting is made with a default, also one that shows something and keeps nothing. */
const KNOWN = /\/classes\/admin\/\S+\s+UnusedFormalParameter .*'\$default'/;

/** PHPMD on a plugin, with the rules beside this file: nothing unused and nothing hidden. */
export async function phpmd(folder: string): Promise<Outcome> {
    const tool = process.env['PHPMD_DIR'] ?? join(homedir(), '.cache', 'moodle-plugin-suite', 'phpmd');
    const command = join(tool, 'vendor', 'bin', 'phpmd');
    if (!existsSync(command)) {
        return {tally: SKIPPED, detail: formatDiagnostic(toolMissing('phpmd/phpmd', tool, 'PHPMD_DIR'))};
    }
    // What it says of its own age is not of the plugin.
    const args = ['-d', 'memory_limit=1G', '-d', 'error_reporting=0', command, folder, 'text', RULES, '--suffixes', 'php'];
    const {code, output} = await execute('php', args, {seconds: 300});
    const findings = output.split('\n').filter(line => line.startsWith(folder) && !KNOWN.test(line)).map(line => line.slice(folder.length + 1));
    // It ends with 2 where it has a finding, and with 1 where it could not work.
    return code === 1 || findings.length > 0 ? {tally: FAILED, detail: findings.join('\n') || output.trim()} : {tally: PASSED, detail: ''};
}
