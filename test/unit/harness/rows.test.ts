import {describe, expect, it} from 'vitest';
import {rowsOfCsv, rowsOfTabs} from '../../moodle/rows.ts';
import {taskArguments} from '../../moodle/site.ts';

const ROWS = [{id: '1', name: 'two\nlines\tand "a, b"'}, {id: '2', name: null}, {id: '3', name: ''}];

describe('the rows of a query', () => {
    it('are the same from the program of either database', () => {
        expect(rowsOfTabs('id\tname\n1\ttwo\\nlines\\tand "a, b"\n2\tNULL\n3\t\n')).toEqual(ROWS);
        expect(rowsOfCsv('id,name\n1,"two\nlines\tand ""a, b"""\n2,NULL\n3,\n')).toEqual(ROWS);
    });

    it('are none where the answer is none', () => {
        expect(rowsOfTabs('')).toEqual([]);
        expect(rowsOfCsv('')).toEqual([]);
        expect(rowsOfCsv('id\n')).toEqual([]);
    });

    it('keep a backslash that was one', () => {
        expect(rowsOfTabs('name\n\\\\block\\\\task\n')).toEqual([{name: '\\block\\task'}]);
    });
});

describe('a task', () => {
    it('is a scheduled one, unless its name says ad hoc', () => {
        expect(taskArguments('\\x\\task\\y')).toEqual(['admin/cli/scheduled_task.php', '--execute=\\x\\task\\y']);
        expect(taskArguments('adhoc:\\x\\task\\y')).toEqual(['admin/cli/adhoc_task.php', '--execute', '--classname=\\x\\task\\y']);
    });
});
