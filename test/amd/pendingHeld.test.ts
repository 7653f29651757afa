import {Linter} from 'eslint';
import {expect, test} from 'vitest';
import {pendingHeld} from '../../build/amd/pendingHeld.js';

const linter = new Linter();
const findings = (code: string): number => linter.verify(code, [{
    plugins: {suite: {rules: {pending: pendingHeld}}},
    rules: {'suite/pending': 'error'},
}]).length;

test.each([
    'load().catch(Notification.exception);',
    'load().then(show).catch(Notification.exception);',
    'const f = () => { void load(); };',
    "button.addEventListener('click', async() => { await load(); });",
])('a path that ends with nobody holding a pending is found: %s', code => {
    expect(findings(code)).toBe(1);
});

test.each([
    "const f = () => { const pending = new Pending('a'); load().catch(Notification.exception).finally(pending.resolve); };",
    "const load = async() => { const pending = new Pending('a'); await x; pending.resolve(); }; load().catch(Notification.exception);",
    'const f = () => load().then(show);',
    "button.addEventListener('click', async() => { const pending = new Pending('a'); await load(); pending.resolve(); });",
    "button.addEventListener('click', () => show());",
])('a path that is held, or handed on, is not: %s', code => {
    expect(findings(code)).toBe(0);
});
