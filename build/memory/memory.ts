import {createHash, randomUUID} from 'node:crypto';
import {mkdir, readdir, readFile, rename, rm, stat, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {toolsChangedSince, toolsOf} from './tools.ts';

/** What a piece of work is: its name, and everything besides the tools that its answer hangs on. */
export type Question = {readonly step: string; readonly asked: unknown};

/** How many sets of tools are remembered side by side, such as those of two branches. */
const EDITIONS = 3;
/** Answers that are ready together are kept together, after one look whether the tools are still the same. */
const TOGETHER = 20;

/**
 * Finished work, from one build to the next. An answer is found again only by the same question to the same tools, and is kept
 * only where no tool has changed since the process began: it can be stale in no way.
 */
export class Memory {
    readonly #project: string;
    readonly #folder: string;
    readonly #born: number;
    #home: Promise<string> | undefined;
    #look: Promise<boolean> | undefined;
    readonly #keeping = new Set<Promise<void>>();

    constructor(project: string, folder: string, born: number = performance.timeOrigin) {
        this.#project = project;
        this.#folder = folder;
        this.#born = born;
    }

    /**
     * The answer that was given before; otherwise it is made, and kept unless it is a refusal. Slow tools are loaded by `make` only,
     * so that a build in which nothing changed never waits for them.
     */
    async remembered<T>(question: Question, make: () => T | Promise<T>, isGood: (answer: T) => boolean | Promise<boolean> = () => true): Promise<T> {
        this.#home ??= this.#open();
        const path = join(await this.#home, question.step, `${createHash('sha256').update(JSON.stringify(question.asked)).digest('hex')}.json`);
        const known = await read<T>(path);
        if (known !== null) {
            return known.answer;
        }
        const answer = await make();
        if (await isGood(answer)) {
            this.#keep(path, answer);
        }
        return answer;
    }

    /** Waits until all that is to be kept is kept. */
    async settled(): Promise<void> {
        await Promise.all(this.#keeping);
    }

    /** The place of the tools as they are; what older ones left behind goes. */
    async #open(): Promise<string> {
        const home = join(this.#folder, await toolsOf(this.#project));
        // A memory that cannot be written is a slower build, not a broken one.
        await mkdir(home, {recursive: true}).then(() => this.#forgetOld(home)).catch(() => undefined);
        return home;
    }

    async #forgetOld(home: string): Promise<void> {
        const names = await readdir(this.#folder);
        const dated = await Promise.all(names.map(async name => ({name, time: (await stat(join(this.#folder, name)).catch(() => null))?.mtimeMs ?? 0})));
        const old = dated.filter(({name}) => join(this.#folder, name) !== home).sort((a, b) => b.time - a.time).slice(EDITIONS - 1);
        await Promise.all(old.map(({name}) => rm(join(this.#folder, name), {recursive: true, force: true})));
    }

    #keep(path: string, answer: unknown): void {
        this.#look ??= new Promise<void>(resolve => setTimeout(resolve, TOGETHER)).then(() => {
            this.#look = undefined;
            return toolsChangedSince(this.#project, this.#born);
        });
        const kept = this.#look.then(changed => changed ? undefined : write(path, JSON.stringify({answer}))).catch(() => undefined);
        this.#keeping.add(kept);
        void kept.then(() => this.#keeping.delete(kept));
    }
}

/** What cannot be read was never kept. */
async function read<T>(path: string): Promise<{readonly answer: T} | null> {
    try {
        return JSON.parse(await readFile(path, 'utf8')) as {answer: T};
    } catch {
        return null;
    }
}

/** Renamed into place: neither a build that is cut off nor two at once leave half a file. */
async function write(path: string, text: string): Promise<void> {
    const draft = `${path}.${randomUUID()}`;
    await mkdir(dirname(path), {recursive: true});
    await writeFile(draft, text);
    await rename(draft, path);
}
