import {mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {Memory} from '../../../build/memory/memory.ts';

let project: string;
let made: number;

const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(project, path)), {recursive: true});
    writeFileSync(join(project, path), text);
};
const FILES = [
    'build/emit/tasks.ts', 'build/rules/lib.txt', 'build/types/moodle/str.d.ts', 'build/amd/package-lock.json', 'templates/lib.php.hbs',
    'package.json', 'package-lock.json', 'tsconfig.json', 'node_modules/.package-lock.json', 'build/amd/node_modules/.package-lock.json',
];

/** A build that begins a little later, as a person would start it. */
async function later(): Promise<Memory> {
    await new Promise(resolve => setTimeout(resolve, 15));
    return new Memory(project, join(project, 'memory'), Date.now());
}

async function ask(memory: Memory, asked: unknown = ['a'], answer: unknown = {text: 'A'}, isGood = true): Promise<unknown> {
    const given = await memory.remembered({step: 'step', asked}, () => {
        made++;
        return answer;
    }, () => isGood);
    await memory.settled();
    return given;
}

beforeEach(() => {
    project = mkdtempSync(join(tmpdir(), 'memory-'));
    FILES.forEach(path => put(path, path));
    made = 0;
});
afterEach(() => rmSync(project, {recursive: true}));

test('work is done once, whichever build asks', async () => {
    expect(await ask(await later())).toEqual({text: 'A'});
    expect(await ask(await later(), ['a'], 'never made')).toEqual({text: 'A'});
    expect(made).toBe(1);
});

test('another question is other work', async () => {
    await ask(await later());
    await ask(await later(), ['b']);
    expect(made).toBe(2);
});

test('a refusal is not kept', async () => {
    await ask(await later(), ['a'], null, false);
    expect(await ask(await later())).toEqual({text: 'A'});
});

test.each(FILES)('a change of %s forgets all', async path => {
    await ask(await later());
    put(path, 'changed');
    expect(await ask(await later(), ['a'], 'B')).toBe('B');
});

test.each(['build/emit/more.ts', 'templates/db/more.php.hbs'])('a new %s forgets all', async path => {
    await ask(await later());
    put(path, 'new');
    expect(await ask(await later(), ['a'], 'B')).toBe('B');
});

test('what goes back to how it was is known again', async () => {
    await ask(await later());
    put('build/emit/tasks.ts', 'changed');
    await ask(await later(), ['a'], 'B');
    put('build/emit/tasks.ts', 'build/emit/tasks.ts');
    expect(await ask(await later(), ['a'], 'C')).toEqual({text: 'A'});
});

test('what is made while a tool changes is not kept: nobody knows which one made it', async () => {
    const running = await later();
    await ask(running, ['before'], 'old');
    await new Promise(resolve => setTimeout(resolve, 15));
    put('build/emit/tasks.ts', 'build/emit/tasks.ts');
    await ask(running, ['after'], 'unsure');
    const next = await later();
    expect([await ask(next, ['before'], 'new'), await ask(next, ['after'], 'new')]).toEqual(['old', 'new']);
});

test('a copy that brings an old date along is a change too', async () => {
    const running = await later();
    await new Promise(resolve => setTimeout(resolve, 15));
    put('build/emit/tasks.ts', 'copied');
    utimesSync(join(project, 'build/emit/tasks.ts'), 1, 1);
    await ask(running, ['a'], 'unsure');
    put('build/emit/tasks.ts', 'copied');
    expect(await ask(await later(), ['a'], 'sure')).toBe('sure');
});

test('half a file is no answer', async () => {
    await ask(await later());
    const memory = join(project, 'memory');
    const kept = readdirSync(memory, {recursive: true, encoding: 'utf8'}).find(path => path.endsWith('.json')) ?? '';
    writeFileSync(join(memory, kept), '{"answer": {"te');
    expect(await ask(await later(), ['a'], 'B')).toBe('B');
});

test('what old tools left behind does not grow for ever', async () => {
    for (const text of ['1', '2', '3', '4', '5']) {
        put('build/emit/tasks.ts', text);
        await ask(await later());
    }
    expect(readdirSync(join(project, 'memory'))).toHaveLength(3);
});

test('a memory that cannot be written costs time only', async () => {
    writeFileSync(join(project, 'memory'), 'a file, no folder');
    expect(await ask(await later())).toEqual({text: 'A'});
});
