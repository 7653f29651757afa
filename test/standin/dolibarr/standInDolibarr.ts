import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo, Socket} from 'node:net';
import {setTimeout as wait} from 'node:timers/promises';
import {answerTo, type Answer, type Books} from './answers.ts';

/** How a Dolibarr that is none misbehaves. */
export type Fault =
    /** Its API module is off: a page with status 200. */
    | {readonly fault: 'off'}
    /** Answers with an error of its own. */
    | {readonly fault: 'failing'}
    /** Asks to come back later. */
    | {readonly fault: 'busy'; readonly after: number}
    /** Cuts the line before it answers, once it has taken the message. */
    | {readonly fault: 'cut'}
    /** Takes its time. */
    | {readonly fault: 'slow'; readonly milliseconds: number}
    /** Refuses what is said of one person. */
    | {readonly fault: 'refusing'; readonly person: string};

/** One request as it came. */
export type Heard = {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: Readonly<Record<string, unknown>>;
    readonly status: number;
    readonly at: number;
};

export type StandInDolibarr = {
    readonly url: string;
    readonly heard: Heard[];
    readonly books: Books;
    /** How many lines were opened, and how many requests were under way at once at most. */
    readonly lines: {opened: number; most: number};
    key: string;
    fault: Fault | null;
    /** Versions up to 19.0.1 empty the extrafields of contacts that a PUT leaves out. */
    wipes: boolean;
    /** Some versions answer 404 where a list is empty. */
    missesEmptyLists: boolean;
    close(): Promise<void>;
};

/** A key that is not accepted is answered after a second, as Dolibarr does. */
const SECOND = 1000;

/** A real HTTP server that answers as Dolibarr's REST API does, faults included. */
export async function standInDolibarr({port = 0, key = 'sesame'}: {readonly port?: number; readonly key?: string} = {}): Promise<StandInDolibarr> {
    const books: Books = {people: new Map(), events: [], messages: [], trainees: new Map()};
    const lines = {opened: 0, most: 0};
    const standIn: StandInDolibarr = {url: '', heard: [], books, lines, key, fault: null, wipes: false, missesEmptyLists: false, close};
    const sockets = new Set<Socket>();
    let busy = 0;
    const server = createServer((request, response) => {
        busy++;
        lines.most = Math.max(lines.most, busy);
        void deal(standIn, request, response).finally(() => { busy--; });
    });
    server.keepAliveTimeout = 60_000;
    server.on('connection', socket => {
        lines.opened++;
        sockets.add(socket);
        socket.on('close', () => sockets.delete(socket));
    });
    await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve));
    return Object.assign(standIn, {url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`});

    async function close(): Promise<void> {
        const closed = new Promise<void>(resolve => server.close(() => resolve()));
        sockets.forEach(socket => socket.destroy());
        await closed;
    }
}

async function deal(standIn: StandInDolibarr, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await read(request);
    const body = text === '' ? {} : JSON.parse(text) as Record<string, unknown>;
    const path = (request.url ?? '').replace(/^\/api\/index\.php/, '');
    const method = request.method ?? '';
    const {status, sent, headers} = await answered(standIn, method, path, request.headers['dolapikey'] ?? '', body);
    standIn.heard.push({method, path, headers: request.headers as Record<string, string>, body, status, at: Date.now()});
    if (standIn.fault?.fault === 'cut') {
        request.socket.destroy();
        return;
    }
    response.writeHead(status, headers).end(sent);
}

type Sent = {readonly status: number; readonly sent: string; readonly headers: Readonly<Record<string, string>>};

async function answered(standIn: StandInDolibarr, method: string, path: string, key: unknown, body: Readonly<Record<string, unknown>>): Promise<Sent> {
    const {fault} = standIn;
    if (fault?.fault === 'off') {
        return {status: 200, sent: '<html><body>Module API is not enabled</body></html>', headers: {'content-type': 'text/html'}};
    }
    if (key !== standIn.key) {
        await wait(SECOND);
        return json(error(401, 'Unauthorized: Error user not valid (not found with api key or bad status or bad validity dates) (conf->entity=1)'));
    }
    if (fault?.fault === 'slow') {
        await wait(fault.milliseconds);
    }
    if (fault?.fault === 'busy') {
        return {...json(error(429, 'Too Many Requests')), headers: {'content-type': 'application/json', 'retry-after': String(fault.after)}};
    }
    if (fault?.fault === 'failing') {
        return json(error(500, 'Internal Server Error'));
    }
    if (fault?.fault === 'refusing' && JSON.stringify(body).includes(`"${fault.person}"`)) {
        return json(error(400, 'Bad Request: refused'));
    }
    return json(answerTo(method, path, body, standIn));
}

const error = (code: number, message: string): Answer => ({status: code, body: {error: {code, message}}});

const json = ({status, body}: Answer): Sent => (typeof body === 'string' && status === 501
    ? {status, sent: body, headers: {'content-type': 'text/plain'}}
    : {status, sent: JSON.stringify(body), headers: {'content-type': 'application/json'}});

async function read(request: IncomingMessage): Promise<string> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
        chunks.push(chunk as Buffer);
    }
    return Buffer.concat(chunks).toString();
}
