import {existsSync, readFileSync} from 'node:fs';
import Mustache from 'mustache';
import {type Strings, stringOf} from './str.ts';

type Render = (text: string) => string;
type Page = {readonly strings: Strings; readonly window: {readonly document: Document; eval(code: string): unknown}};

const plugins = new URL('../../../plugins/', import.meta.url);

/** core/templates with the plugins' own templates, Moodle's helpers in them, and mustache itself. */
export function fakeTemplates({strings, window}: Page, extra: Readonly<Record<string, string>> = {}): object {
    const renderForPromise = async (name: string, context: object): Promise<{html: string; js: string}> => {
        const scripts: string[] = [];
        const html = Mustache.render(templateOf(name, extra), {...helpers(strings, scripts), ...context}, partial => templateOf(partial, extra));
        return {html, js: scripts.join(';\n')};
    };
    const put = (place: (node: Element, html: string) => void) => (target: string | Element, html: string, js = ''): Element[] => {
        const node = typeof target === 'string' ? window.document.querySelector(target) : target;
        if (node !== null) {
            place(node, html);
        }
        window.eval(js);
        return node === null ? [] : [node];
    };
    return {
        renderForPromise,
        prefetchTemplates: async () => undefined,
        replaceNode: put((node, html) => (node.outerHTML = html)),
        replaceNodeContents: put((node, html) => (node.innerHTML = html)),
        appendNodeContents: put((node, html) => node.insertAdjacentHTML('beforeend', html)),
        prependNodeContents: put((node, html) => node.insertAdjacentHTML('afterbegin', html)),
        runTemplateJS: (js: string) => window.eval(js),
    };
}

function templateOf(name: string, extra: Readonly<Record<string, string>>): string {
    const given = extra[name];
    if (given !== undefined) {
        return given;
    }
    const file = new URL(name.replace('/', '/templates/') + '.mustache', plugins);
    if (!existsSync(file)) {
        throw new Error(`No template ${name}. Core templates that a test needs are given to it.`);
    }
    return readFileSync(file, 'utf8');
}

function helpers(strings: Strings, scripts: string[]): object {
    let made = 0;
    const uniqid = `id${++made}`;
    return {
        uniqid,
        str: () => (text: string, render: Render) => {
            const [key = '', component = 'core', ...rest] = text.split(',').map(part => part.trim());
            const param = render(rest.join(', '));
            return stringOf(strings, key, component, param.startsWith('{') ? JSON.parse(param) as Record<string, string> : param);
        },
        quote: () => (text: string, render: Render) => JSON.stringify(render(text.trim())),
        pix: () => (text: string, render: Render) => `<i class="icon" title="${render(text.split(',').slice(2).join(',').trim())}"></i>`,
        userdate: () => (text: string, render: Render) => render(text.split(',')[0] ?? ''),
        js: () => (text: string, render: Render) => {
            scripts.push(render(text));
            return '';
        },
    };
}
