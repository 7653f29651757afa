import {nothingWritten} from '../diagnostics/cli.ts';
import {formatDiagnostic, type Diagnostic} from '../diagnostics/diagnostic.ts';

/** What a command printed, and how it ended: 0 well, 1 dist/ is not fresh, 2 something is wrong with the sources or the command. */
export type Ended = {readonly lines: readonly string[]; readonly code: 0 | 1 | 2};

export const refused = (problems: readonly Diagnostic[]): Ended => ({
    lines: [...problems.map(formatDiagnostic), nothingWritten(problems.length)],
    code: 2,
});
