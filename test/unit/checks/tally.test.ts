import {describe, expect, it} from 'vitest';
import {complaints} from '../../moodle/checks/complaints.ts';
import {countJunit} from '../../moodle/checks/phpunit.ts';
import {leftBehind} from '../../moodle/checks/census.ts';
import {formatTally, readTally, sumTallies} from '../../steps/tally.ts';

describe('The totals of a run', () => {
    it('are read back from the last closing line', () => {
        const output = `ok  a step\n${formatTally({passed: 1, failed: 0, skipped: 0})}\n\n${formatTally({passed: 12, failed: 3, skipped: 1})}\n`;
        expect(readTally(output)).toEqual({passed: 12, failed: 3, skipped: 1});
    });

    it('are unknown where a run never came to its end', () => {
        expect(readTally('1 passed, then it broke')).toBeNull();
    });

    it('add up', () => {
        expect(sumTallies([{passed: 1, failed: 2, skipped: 3}, {passed: 10, failed: 20, skipped: 30}])).toEqual({passed: 11, failed: 22, skipped: 33});
    });
});

describe('The report of PHPUnit', () => {
    it('counts errors as failures and takes skipped tests off what passed', () => {
        const xml = '<testsuites><testsuite name="all" tests="9" assertions="20" errors="1" warnings="0" failures="2" skipped="3" time="1.5"><testsuite tests="9"/>';
        expect(countJunit(xml)).toEqual({passed: 3, failed: 3, skipped: 3});
    });
});

describe('What an uninstalled plugin left behind', () => {
    it('is each new table and each row that was not there before', () => {
        const before = {tables: ['user'], rows: ['config_plugins: {"plugin":"core"}']};
        const after = {tables: ['user', 'local_x'], rows: ['config_plugins: {"plugin":"core"}', 'files: {"component":"local_x"}']};
        expect(leftBehind(before, after)).toEqual(['table local_x', 'files: {"component":"local_x"}']);
        expect(leftBehind(before, after, ['local_x'])).toEqual(['files: {"component":"local_x"}']);
    });
});

describe('A command at full debugging', () => {
    it.each(['PHP Notice: Undefined index', '  Warning: foreach() argument', 'Deprecated: Creation of dynamic property', '!!! Coding error detected !!!'])(
        'complains when it says %s', line => {
            expect(complaints(`all is well\n${line}\nstill well`)).toEqual([line]);
        });

    it('may speak of what it does', () => {
        expect(complaints('Execute scheduled task: Send notifications\n... used 12 dbqueries\n')).toEqual([]);
    });
});
