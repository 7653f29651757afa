import {commandTimedOut} from '../../build/diagnostics/checks.ts';
import {formatDiagnostic} from '../../build/diagnostics/diagnostic.ts';
import {execute, type ExecuteOptions, type Execution} from './execute.ts';
import type {Outcome, Step} from './step.ts';
import {FAILED, PASSED} from './tally.ts';

/** A step that is one command: it passes when the command ends with 0. */
export function commandStep(name: string, command: string, args: readonly string[], options: ExecuteOptions = {}): Step {
    return {
        name,
        run: async () => commandOutcome(await execute(command, args, options), [command, ...args].join(' '), options),
    };
}

export function commandOutcome(execution: Execution, command: string, options: ExecuteOptions = {}): Outcome {
    if (execution.timedOut) {
        const said = formatDiagnostic(commandTimedOut(command, options.seconds ?? 600));
        return {tally: FAILED, detail: `${said}\n${execution.output.trimEnd()}`};
    }
    return execution.code === 0 ? {tally: PASSED, detail: ''} : {tally: FAILED, detail: execution.output.trimEnd()};
}
