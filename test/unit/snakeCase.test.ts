import {expect, test} from 'vitest';
import {modulePath} from '../../build/amd/moduleName.ts';
import {snakeCase} from '../../build/snakeCase.ts';
import {compileText} from '../rules/compileText.ts';

test.each([['nextURL', 'next_url'], ['URLOf', 'url_of'], ['endSignals', 'end_signals'], ['step2Of', 'step2_of'], ['already_so', 'already_so']])('%s is %s', (name, wanted) => {
    expect(snakeCase(name)).toBe(wanted);
});

test('a module of rules has one name in PHP and in the browser', () => {
    expect(modulePath('rules/nextURL.ts')).toBe('local/rules/next_url');
    expect([...compileText({'nextURL.ts': '/** A. */\nexport function urlOf(): number {\n    return 1;\n}\n'}).files.keys()]).toEqual(['classes/local/rules/next_url.php']);
});
