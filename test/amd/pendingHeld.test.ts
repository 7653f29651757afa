import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Linter} from 'eslint';
import {parser} from 'typescript-eslint';
import {afterAll, expect, test} from 'vitest';
import {pendingHeld} from '../../build/amd/pendingHeld.js';

const folder = mkdtempSync(join(tmpdir(), 'pending-'));
afterAll(() => rmSync(folder, {recursive: true}));
writeFileSync(join(folder, 'held.js'), `
    export const guarded = async work => { const pending = new Pending('a'); await work(); pending.resolve(); };
    export async function watched(work) { const pending = new Pending('a'); await work(); pending.resolve(); }
    export const load = async() => {};
    const hidden = () => { new Pending('a'); };
    export {hidden};
`);

const linter = new Linter({cwd: folder});
const findings = (code: string, file = 'page.js'): number => linter.verify(code, [{
    files: ['**/*.js', '**/*.ts'],
    languageOptions: file.endsWith('.ts') ? {parser} : {},
    plugins: {suite: {rules: {pending: pendingHeld}}},
    rules: {'suite/pending': 'error'},
}], join(folder, file)).length;

test.each([
    'load().catch(Notification.exception);',
    'load().then(show).catch(Notification.exception);',
    'const f = () => { void load(); };',
    "button.addEventListener('click', async() => { await load(); });",
    "import {load} from './held.js'; void load();",
    "import {guarded} from './elsewhere.js'; void guarded(load);",
    "import {guarded} from 'held.js'; void guarded(load);",
    "import guarded from './held.js'; void guarded(load);",
    "import {load as guarded} from './held.js'; void guarded(load);",
    "import {hidden} from './held.js'; void hidden();",
    "import {guarded} from './held.js'; const f = guarded => { void guarded(load); };",
])('a path that ends with nobody holding a pending is found: %s', code => {
    expect(findings(code)).toBe(1);
});

test.each([
    "const f = () => { const pending = new Pending('a'); load().catch(Notification.exception).finally(pending.resolve); };",
    "const load = async() => { const pending = new Pending('a'); await x; pending.resolve(); }; load().catch(Notification.exception);",
    'const f = () => load().then(show);',
    "button.addEventListener('click', async() => { const pending = new Pending('a'); await load(); pending.resolve(); });",
    "button.addEventListener('click', () => show());",
    "import {guarded} from './held.js'; void guarded(load);",
    "import {guarded as held} from './held.js'; held(load).then(show);",
    "import {watched} from './held.js'; void watched(load);",
])('a path that is held, or handed on, is not: %s', code => {
    expect(findings(code)).toBe(0);
});

test('an import is seen through in a source with types too', () => {
    writeFileSync(join(folder, 'held.ts'), "export const guarded = async(work: () => void): Promise<void> => { new Pending('a'); work(); };");
    expect(findings("import {guarded} from './held.ts'; void guarded(load as () => void);", 'page.ts')).toBe(0);
    expect(findings("import {load} from './held.ts'; void load(1 as number);", 'page.ts')).toBe(1);
});
