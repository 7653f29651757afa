import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {JSDOM} from 'jsdom';
import {type AjaxCall, fakeAjax} from './fakes/ajax.ts';
import {type Drawn, fakeCharts} from './fakes/charts.ts';
import {fakeNotification, type Noticed} from './fakes/notification.ts';
import {fakePending} from './fakes/pending.ts';
import {fakeStr, type Strings} from './fakes/str.ts';
import {fakeTemplates} from './fakes/templates.ts';
import {fakeToast} from './fakes/toast.ts';

export type PageSetup = {
    readonly component: string;
    /** What buildAmd made, by plugin-relative path. */
    readonly files: ReadonlyMap<string, string>;
    readonly html?: string;
    readonly strings?: Strings;
    /** What external functions answer, by their whole name. */
    readonly answers?: Readonly<Record<string, (args: never) => unknown>>;
    /** What the person says to questions, in order. */
    readonly says?: boolean[];
    /** Templates of core that the page needs, by name. */
    readonly templates?: Readonly<Record<string, string>>;
    /** Modules in place of, or beside, the fakes of core. */
    readonly fakes?: Readonly<Record<string, unknown>>;
};
export type AmdPage = {
    readonly document: Document;
    readonly window: JSDOM['window'];
    readonly calls: readonly AjaxCall[];
    readonly noticed: Noticed;
    readonly toasts: readonly string[];
    readonly drawn: readonly Drawn[];
    /** A module by its AMD name, loaded as in a real page. */
    require(name: string): Promise<Record<string, (...args: unknown[]) => unknown>>;
    pendingCount(): number;
    /** Waits, as browser tests do, until nothing is under way. */
    settled(): Promise<void>;
};

type Loader = {
    load: (context: {completeLoad(name: string): void}, name: string) => void;
    (names: string[], done: (module: never) => void, failed: (error: Error) => void): void;
};

const loaderCode = readFileSync(createRequire(import.meta.url).resolve('requirejs/require.js'), 'utf8');

/** A page with Moodle's AMD loader, our built modules and fakes of core's. */
export function amdPage(setup: PageSetup): AmdPage {
    const {window} = new JSDOM(`<!DOCTYPE html><body>${setup.html ?? ''}</body>`, {
        url: 'https://moodle.example/',
        runScripts: 'outside-only',
        pretendToBeVisual: true,
    });
    const ajax = fakeAjax(setup.answers ?? {});
    const notification = fakeNotification(setup.says);
    const pending = fakePending();
    const toast = fakeToast();
    const charts = fakeCharts();
    const strings = setup.strings ?? {};
    const modules: Record<string, unknown> = {
        'core/ajax': ajax.module,
        'core/str': fakeStr(strings),
        'core/notification': notification.module,
        'core/pending': pending.module,
        'core/toast': toast.module,
        'core/templates': fakeTemplates({strings, window}, setup.templates),
        'core/config': {wwwroot: 'https://moodle.example', sesskey: 'sesskey', language: 'en', theme: 'boost'},
        'core/prefetch': {prefetchStrings: () => undefined, prefetchTemplates: () => undefined},
        'core/log': {debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined},
        'core/utils': {debounce: (run: unknown) => run, throttle: (run: unknown) => run},
        ...charts.modules,
        ...setup.fakes,
    };
    window.eval(loaderCode);
    const loader = window['require'] as unknown as Loader;
    const failing = new Set<(error: unknown) => void>();
    loader.load = (context, name) => {
        try {
            window.eval(builtCode(setup, name));
            context.completeLoad(name);
        } catch (error) {
            failing.forEach(fail => fail(error));
        }
    };
    const define = window['define'] as (name: string, dependencies: string[], make: () => unknown) => void;
    for (const [name, module] of Object.entries(modules)) {
        define(name, [], () => module);
    }
    return {
        document: window.document,
        window,
        calls: ajax.calls,
        noticed: notification.noticed,
        toasts: toast.toasts,
        drawn: charts.drawn,
        require: name => new Promise((resolve, reject) => {
            failing.add(reject);
            loader([name], resolve, reject);
        }),
        pendingCount: () => pending.open.size,
        settled: () => settled(pending.open),
    };
}

function builtCode({component, files}: PageSetup, name: string): string {
    const code = name.startsWith(`${component}/`) ? files.get(`amd/build/${name.slice(component.length + 1)}.min.js`) : undefined;
    if (code === undefined) {
        throw new Error(`No module ${name}: it was not built, and the test gives no fake of it.`);
    }
    return code;
}

const LIMIT = 500;

async function settled(open: ReadonlySet<string>): Promise<void> {
    let quiet = 0;
    for (let turn = 0; quiet < 3; turn++) {
        if (turn > LIMIT) {
            throw new Error(`Still under way: ${[...open].join(', ')}`);
        }
        await new Promise(resolve => setTimeout(resolve, 2));
        quiet = open.size === 0 ? quiet + 1 : 0;
    }
}
