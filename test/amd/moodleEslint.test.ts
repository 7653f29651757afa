import {existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, test} from 'vitest';
import {lintAmd} from './moodleEslint.ts';
import {moodleTrees} from './moodleTrees.ts';

const [tree] = moodleTrees();
const isInstalled = existsSync(new URL('moodle-eslint/node_modules/eslint', import.meta.url));
const expected = fileURLToPath(new URL('../golden/amd/forecast/expected', import.meta.url));

describe.skipIf(tree === undefined || !isInstalled)('with a Moodle tree and its lint at hand (npm run test:moodle fetches it)', () => {
    test("what erase leaves has nothing that Moodle's own lint minds", async () => {
        expect(await lintAmd(expected, tree?.dir ?? '')).toEqual([]);
    });

    test('the lint really looks: a careless module is found', async () => {
        const folder = mkdtempSync(join(tmpdir(), 'moodle-lint-'));
        mkdirSync(join(folder, 'amd/src'), {recursive: true});
        writeFileSync(join(folder, 'amd/src/careless.js'), '/** A. */\nexport function careless(a) {\n    return a == 1;\n}\nconst b = 1;\n');
        const findings = await lintAmd(folder, tree?.dir ?? '');
        rmSync(folder, {recursive: true});
        expect(findings.map(({rule}) => rule)).toEqual(['jsdoc/require-param', 'no-unused-vars']);
    });
});
