/** Files of tests that are tried beside those that say to cover a class. */
const OTHERS = 3;

type Texts = ReadonlyMap<string, string>;

/** The tests of a plugin that could notice a change of a file: those that say to cover it, then those that use it at the fewest removes. */
export class RelatedTests {
    readonly #texts: Texts;
    readonly #used = new Map<string, readonly string[]>();

    /** PHP files of the installed plugin, by path below its folder. */
    constructor(component: string, texts: Texts) {
        this.#texts = texts;
        const classes = new Map([...texts.keys()].filter(path => path.startsWith('classes/')).map(path =>
            [path, `${component}\\${path.slice('classes/'.length, -'.php'.length).replaceAll('/', '\\')}`] as const));
        for (const [path, text] of texts) {
            const namespace = /^namespace ([\w\\]+);/m.exec(text)?.[1] ?? '';
            const words = new Set(text.match(/[\w\\]+/g)?.map(word => word.replace(/^\\/, '')));
            this.#used.set(path, [...classes].filter(([other, name]) => other !== path
                && (words.has(name) || (name.slice(0, name.lastIndexOf('\\')) === namespace && words.has(name.slice(namespace.length + 1))))).map(([other]) => other));
        }
    }

    of(file: string): readonly string[] {
        const all = [...this.#texts.keys()].filter(path => /^tests\/.*_test\.php$/.test(path)).map(path => ({
            path,
            removes: this.#covers(path, file) ? 0 : this.#removes(path, file),
            length: this.#texts.get(path)?.length ?? 0,
        }));
        const using = all.filter(({removes}) => removes < Infinity).sort((one, other) => one.removes - other.removes || one.length - other.length);
        const covering = using.filter(({removes}) => removes === 0);
        const found = [...covering, ...using.slice(covering.length, covering.length + OTHERS)].map(({path}) => path);
        // Moodle itself calls observers, tasks and the steps of a backup: what they call has tests.
        return found.length > 0 ? found : this.#besides(file);
    }

    /** The pages that use a file themselves. */
    pagesWith(file: string, pages: readonly string[]): readonly string[] {
        return pages.filter(page => page === file || this.#used.get(page)?.includes(file));
    }

    #besides(file: string): readonly string[] {
        const tests = [...this.#texts.keys()].filter(path => /^tests\/.*_test\.php$/.test(path));
        const [room] = file.split('/');
        const inRoom = tests.filter(path => path.startsWith(`tests/${room}/`) && room !== 'classes');
        const used = this.#used.get(file) ?? [];
        return [...inRoom, ...tests.filter(test => used.some(other => this.#covers(test, other)))].slice(0, OTHERS);
    }

    #covers(test: string, file: string): boolean {
        const name = file.replace(/^classes\//, '').replace(/\.php$/, '').replaceAll('/', '\\');
        return (this.#texts.get(test) ?? '').split('\n').some(line => line.includes('@covers') && line.endsWith(`\\${name}`));
    }

    /** How many classes lie between a test and a file. */
    #removes(test: string, file: string): number {
        let [edge, seen] = [new Set([test]), new Set([test])];
        for (let removes = 1; edge.size > 0; removes++) {
            edge = new Set([...edge].flatMap(path => this.#used.get(path) ?? []).filter(path => !seen.has(path)));
            if (edge.has(file)) {
                return removes;
            }
            seen = new Set([...seen, ...edge]);
        }
        return Infinity;
    }
}
