import {ensureMachine} from '../moodle/machine.ts';
import {Refusal} from '../moodle/refusal.ts';
import {phpMissing} from '../../build/diagnostics/checks.ts';
import {formatDiagnostic} from '../../build/diagnostics/diagnostic.ts';
import {execute} from './execute.ts';

/** The tests need a php that starts, and nothing more of it; where there is none, it is installed or the run ends with one clear message. */
export async function ensurePhp(): Promise<void> {
    if (await phpStarts()) {
        return;
    }
    try {
        await ensureMachine(['php'], console.log);
    } catch (problem) {
        if (!(problem instanceof Refusal)) {
            throw problem;
        }
    }
    if (!await phpStarts()) {
        console.error(formatDiagnostic(phpMissing()));
        process.exit(2);
    }
}

async function phpStarts(): Promise<boolean> {
    return (await execute('php', ['-n', '-v'], {seconds: 30})).code === 0;
}
