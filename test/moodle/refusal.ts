import {formatDiagnostic, type Diagnostic} from '../../build/diagnostics/diagnostic.ts';

/** Thrown where the harness cannot go on: what is wrong and what to do, as one of the messages of build/diagnostics/harness.ts. */
export class Refusal extends Error {
    readonly diagnostic: Diagnostic;

    constructor(diagnostic: Diagnostic) {
        super(formatDiagnostic(diagnostic));
        this.name = 'Refusal';
        this.diagnostic = diagnostic;
    }
}
