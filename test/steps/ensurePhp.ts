import {phpMissing} from '../../build/diagnostics/checks.ts';
import {formatDiagnostic} from '../../build/diagnostics/diagnostic.ts';
import {execute} from './execute.ts';

/** Ends the run with one clear message where there is no php. */
export async function ensurePhp(): Promise<void> {
    if ((await execute('php', ['-n', '-v'], {seconds: 30})).code !== 0) {
        console.error(formatDiagnostic(phpMissing()));
        process.exit(2);
    }
}
