import {JSDOM} from 'jsdom';

export type Answer = {readonly status: number; readonly location: string; readonly text: string};
export type Fields = Readonly<Record<string, string>>;
/** A form of a page, as a browser would send it. */
export type Form = {readonly action: string; readonly fields: Fields};

/** Somebody with a browser that keeps cookies and follows nothing. */
export class Visitor {
    readonly #url: string;
    readonly #cookies = new Map<string, string>();

    constructor(url: string) {
        this.#url = url;
    }

    async signIn(username: string, password: string): Promise<void> {
        const page = await this.get('/login/index.php', {});
        const logintoken = /name="logintoken" value="([^"]*)"/.exec(page.text)?.[1] ?? '';
        const {location} = await this.post('/login/index.php', {username, password, logintoken});
        await this.#ask(location, {});
    }

    get(path: string, params: Fields): Promise<Answer> {
        const query = new URLSearchParams(params).toString();
        return this.#ask(`${this.#url}${path}${query === '' ? '' : `${path.includes('?') ? '&' : '?'}${query}`}`, {});
    }

    post(path: string, fields: Fields): Promise<Answer> {
        return this.#ask(path.startsWith('http') ? path : `${this.#url}${path}`, {method: 'POST', body: new URLSearchParams(fields)});
    }

    /** Calls a function as the scripts of a page do. */
    ajax(methodname: string, args: unknown, sesskey: string): Promise<Answer> {
        const body = JSON.stringify([{index: 0, methodname, args}]);
        return this.#ask(`${this.#url}/lib/ajax/service.php?sesskey=${sesskey}`, {method: 'POST', body});
    }

    /** What a function returns that must not fail. */
    async call(methodname: string, args: unknown, sesskey: string): Promise<unknown> {
        const [answer] = JSON.parse((await this.ajax(methodname, args, sesskey)).text) as [{error: boolean; data?: unknown; exception?: {message: string}}];
        if (answer.error) {
            throw new Error(`${methodname}: ${answer.exception?.message ?? ''}`);
        }
        return answer.data;
    }

    /** The key of the session, which pages hand to their scripts. */
    async sesskey(): Promise<string> {
        return /"sesskey":"([^"]*)"/.exec((await this.get('/my/', {})).text)?.[1] ?? '';
    }

    async #ask(url: string, request: RequestInit): Promise<Answer> {
        const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        const response = await fetch(url, {...request, headers: {cookie}, redirect: 'manual', signal: AbortSignal.timeout(120_000)});
        for (const set of response.headers.getSetCookie()) {
            const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=');
            this.#cookies.set(name, value);
        }
        return {status: response.status, location: response.headers.get('location') ?? '', text: await response.text()};
    }
}

/** The form of a page that is posted to a script, with the fields as they stand; null where there is none. */
export function formIn(html: string, url: string, path: string): Form | null {
    const {window} = new JSDOM(html, {url});
    const form = [...window.document.forms].find(one => one.method === 'post' && new URL(one.action).pathname === new URL(path, url).pathname);
    if (form === undefined) {
        return null;
    }
    const fields = [...new window.FormData(form).entries()].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
    return {action: form.action, fields: Object.fromEntries(fields)};
}
