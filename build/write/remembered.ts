import {createHash} from 'node:crypto';
import {mkdir, readFile, rename, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {PROJECT, textsBelow} from './pluginFolder.ts';

const CACHE = join(PROJECT, 'node_modules/.cache/moodle-plugin-suite');

/** What an answer hangs on: the folders of build/ that compute it, and what they are asked. */
export type Question = {readonly step: string; readonly tools: readonly string[]; readonly asked: unknown};

/**
 * The answer to a question that was asked before, from one build to the next; otherwise it is made, and kept unless it is a refusal.
 * The slow compilers are loaded by `make` only, so that a build in which nothing changed never waits for them.
 */
export async function remembered<T>(question: Question, make: () => Promise<T>, isGood: (answer: T) => boolean): Promise<T> {
    const path = join(CACHE, question.step, `${await keyOf(question)}.json`);
    const known = await readFile(path, 'utf8').catch(() => null);
    if (known !== null) {
        return JSON.parse(known) as T;
    }
    const answer = await make();
    if (isGood(answer)) {
        await keep(path, JSON.stringify(answer));
    }
    return answer;
}

async function keyOf({tools, asked}: Question): Promise<string> {
    const texts = await Promise.all(tools.map(textOfTool));
    return createHash('sha256').update(JSON.stringify([...texts, asked])).digest('hex');
}

const toolTexts = new Map<string, Promise<string>>();

function textOfTool(tool: string): Promise<string> {
    const known = toolTexts.get(tool) ?? readTool(tool);
    toolTexts.set(tool, known);
    return known;
}

async function readTool(tool: string): Promise<string> {
    const sources = await textsBelow(join(PROJECT, 'build', tool), path => /\.(ts|txt|json|hbs)$/.test(path));
    const lock = await readFile(join(PROJECT, 'package-lock.json'), 'utf8');
    return createHash('sha256').update(JSON.stringify([...sources])).update(lock).digest('hex');
}

async function keep(path: string, text: string): Promise<void> {
    const draft = `${path}.${process.pid}`;
    await mkdir(dirname(path), {recursive: true});
    await writeFile(draft, text);
    await rename(draft, path);
}
