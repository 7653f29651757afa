import {readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {expect, test} from 'vitest';
import {compileRules} from '../../build/rules/compileRules.ts';
import {importedBy} from '../../build/rules/importedBy.ts';
import {ruleFiles} from '../../build/rules/ruleProgram.ts';

const component = 'block_course_notification';
const rulesDir = join('plugins', component, 'rules');

test('a module with what it imports becomes the same PHP as all modules together, so an edit compiles no other', () => {
    const texts = new Map(ruleFiles(rulesDir).map(path => [basename(path), readFileSync(path, 'utf8')]));
    const together = compileRules({component, rulesDir}).files;
    const alone = [...texts.keys()].flatMap(file => [...compileRules({component, rulesDir, files: new Set(importedBy(file, texts).keys())}).files]);
    expect(new Map(alone)).toEqual(together);
    for (const [path, text] of alone) {
        expect(text, path).toBe(together.get(path));
    }
    expect(importedBy('access.ts', texts).size).toBeLessThan(texts.size);
});
