import {describe, expect, it} from 'vitest';
import {phpdocFindings} from '../../moodle/checks/phpdoc.ts';

describe('the report on documentation', () => {
    it('is read with the file of each line', () => {
        expect(phpdocFindings('blocks/x/a.php\n    Line 3: no docs (warning)\n\n    Line 9: wrong\nblocks/x/b.php\n  OK\n')).toEqual([
            'blocks/x/a.php Line 3: no docs (warning)',
            'blocks/x/a.php Line 9: wrong',
        ]);
        expect(phpdocFindings('')).toEqual([]);
    });
});
