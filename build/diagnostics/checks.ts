import type {Diagnostic} from './diagnostic.ts';

/** Messages of the test, check, end-to-end and bench runners. */

export function commandTimedOut(command: string, seconds: number): Diagnostic {
    return {
        code: 'step-timed-out', file: null, line: null,
        message: `\`${command}\` was still running after ${seconds} s and was stopped. Run it by hand to see where it waits.`,
    };
}

export function stepThrew(step: string, error: unknown): Diagnostic {
    const reason = error instanceof Error && error.name !== 'Refusal' ? error.stack ?? error.message : String(error);
    return {code: 'step-failed', file: null, line: null, message: `The step "${step}" broke off: ${reason}`};
}

export function phpMissing(): Diagnostic {
    return {
        code: 'php-missing', file: null, line: null,
        message: 'There is no `php` on the PATH. The tests compare the compiled PHP with its TypeScript and parse every shipped file: '
            + 'install PHP 8.1 or newer (Debian and Ubuntu: `apt-get install php-cli php-xml php-mbstring php-intl`).',
    };
}

export function unknownBench(name: string, known: readonly string[]): Diagnostic {
    return {
        code: 'unknown-bench', file: null, line: null,
        message: `There is no bench "${name}" in test/bench. There are: ${known.join(', ')}.`,
    };
}

export function pluginWithoutTests(component: string): Diagnostic {
    return {
        code: 'plugin-without-tests', file: null, line: null,
        message: `${component} ships no tests/ folder, so PHPUnit has nothing to run inside Moodle. Put tests into its php/tests.`,
    };
}

export function codingStandardMissing(folder: string): Diagnostic {
    return {
        code: 'coding-standard-missing', file: folder, line: null,
        message: "Moodle's coding standard is not here. Install it with `composer require moodlehq/moodle-cs` in this folder, or set MOODLE_CS_DIR.",
    };
}

export function toolMissing(tool: string, folder: string, variable: string | null): Diagnostic {
    return {
        code: 'tool-missing', file: folder, line: null,
        message: `SKIPPED: ${tool} is not here, and could not be fetched. Put it into this folder${variable === null ? '' : `, or set ${variable}`}.`,
    };
}

export function dolibarrMissing(folder: string): Diagnostic {
    return {
        code: 'dolibarr-missing', file: folder, line: null,
        message: 'SKIPPED: no Dolibarr is here to be tried. Put a tree of version 19 into this folder, or set DOLIBARR_DIR.',
    };
}

export function browserMissing(): Diagnostic {
    return {
        code: 'browser-missing', file: null, line: null,
        message: 'No Chromium with its chromedriver is here, so the stories in the browser are skipped. '
            + 'Install them (Debian and Ubuntu: `apt-get install chromium chromium-driver`), or set CHROME_BIN and CHROMEDRIVER_BIN.',
    };
}

export function badCell(name: string, known: readonly string[]): Diagnostic {
    return {code: 'bad-cell', file: null, line: null, message: `'${name}' is none of the cells ${known.join(', ')}.`};
}

export function treeForChecksMissing(release: string, branch: string): Diagnostic {
    return {
        code: 'tree-missing', file: null, line: null,
        message: `SKIPPED: there is no source tree of Moodle ${release}. Put one into ~/.cache/moodle-plugin-suite/moodle-${branch}, `
            + 'or set MOODLE_DIR for the one you have.',
    };
}

export function cellNotHere(cell: string, reason: string): Diagnostic {
    return {code: 'cell-not-here', file: null, line: null, message: `SKIPPED, all of ${cell}: ${reason}`};
}
