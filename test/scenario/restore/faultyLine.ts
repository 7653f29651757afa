import {createServer, request, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

/** What the line does to a request: nothing, or one of the things that lines and servers do. */
export type Fault =
    | {readonly does: 'pass'}
    /** Cuts the connection after so many bytes of the body. */
    | {readonly does: 'cut'; readonly after: number}
    /** Has the other side work, and loses its answer. */
    | {readonly does: 'lose'}
    | {readonly does: 'answer'; readonly status: number; readonly body: string}
    /** Turns a bit over in the middle of the body. */
    | {readonly does: 'flip'}
    /** Says nothing more after so many bytes of the body, and leaves the connection open. */
    | {readonly does: 'stall'; readonly after: number}
    /** Lets it pass, or does something else, when something has happened. */
    | {readonly does: 'hold'; readonly until: () => Promise<unknown>; readonly then?: Fault}
    /** Asks otherwise than the client did. */
    | {readonly does: 'ask'; readonly as: (body: string) => string}
    /** Answers otherwise than the other side did. */
    | {readonly does: 'rewrite'; readonly as: (body: string) => string};

/** A request as the faults choose it: the script, and the function of the web service where it is one. */
export type Asked = {readonly script: string; readonly wants: string; readonly body: string};

export type Line = {
    readonly url: string;
    /** Decides for each request; null lets all of them pass. */
    readonly fault: (decide: ((asked: Asked) => Fault) | null) => void;
    /** How many bytes of answers it has carried. */
    readonly carried: () => number;
    /** What was asked since the last time. */
    readonly asked: () => readonly Asked[];
    readonly close: () => Promise<void>;
};

const PASS: Fault = {does: 'pass'};

/** A line to a site that can be told to misbehave. */
export async function faultyLine(site: string): Promise<Line> {
    let decide: ((asked: Asked) => Fault) | null = null;
    let seen: Asked[] = [];
    let carried = 0;
    const server = createServer((incoming, answer) => {
        void bodyOf(incoming).then(body => {
            const asked = {script: (incoming.url ?? '').split('?')[0] ?? '', wants: /wsfunction=(?:block_my_external_backup_restore_courses_)?(\w+)/.exec(body)?.[1] ?? '', body};
            seen.push(asked);
            const fault = decide?.(asked) ?? PASS;
            const count = (bytes: number): void => { carried += bytes; };
            void (fault.does === 'hold' ? fault.until() : Promise.resolve())
                .then(() => { carry(site, incoming, body, answer, fault.does === 'hold' ? fault.then ?? PASS : fault, count); });
        });
    });
    await new Promise<void>(ready => { server.listen(0, '127.0.0.1', ready); });
    return {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        fault: next => { decide = next; },
        carried: () => carried,
        asked: () => {
            const before = seen;
            seen = [];
            return before;
        },
        close: () => closed(server),
    };
}

function carry(site: string, incoming: IncomingMessage, heard: string, answer: ServerResponse, fault: Fault, count: (bytes: number) => void): void {
    if (fault.does === 'answer') {
        answer.writeHead(fault.status, {'content-type': 'text/html'}).end(fault.body);
        return;
    }
    const {host} = new URL(site);
    const body = fault.does === 'ask' ? fault.as(heard) : heard;
    const headers = {...incoming.headers, host, 'content-length': String(Buffer.byteLength(body, 'latin1'))};
    const onward = request(`${site}${incoming.url ?? ''}`, {method: incoming.method, headers}, came => {
        if (fault.does === 'lose') {
            came.resume().on('end', () => incoming.socket.destroy());
            return;
        }
        if (fault.does === 'rewrite') {
            void bodyOf(came).then(whole => {
                answer.writeHead(came.statusCode ?? 502, {'content-type': came.headers['content-type'] ?? ''}).end(fault.as(whole));
            });
            return;
        }
        answer.writeHead(came.statusCode ?? 502, came.headers);
        let sent = 0;
        came.on('data', (chunk: Buffer) => {
            if (fault.does === 'cut' && sent + chunk.length >= fault.after) {
                count(Math.max(0, fault.after - sent));
                answer.write(chunk.subarray(0, Math.max(0, fault.after - sent)), () => incoming.socket.destroy());
                came.destroy();
                return;
            }
            if (fault.does === 'stall' && sent + chunk.length >= fault.after) {
                answer.write(chunk.subarray(0, Math.max(0, fault.after - sent)));
                came.removeAllListeners().resume();
                return;
            }
            if (fault.does === 'flip' && sent === 0) {
                const middle = chunk.length >> 1;
                chunk.writeUInt8((chunk.readUInt8(middle) ^ 1), middle);
            }
            sent += chunk.length;
            count(chunk.length);
            if (!answer.write(chunk)) {
                came.pause();
                answer.once('drain', () => came.resume());
            }
        });
        came.on('end', () => { answer.end(); });
    });
    onward.on('error', () => incoming.socket.destroy());
    onward.end(body, 'latin1');
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) {
        chunks.push(chunk as Buffer);
    }
    return Buffer.concat(chunks).toString('latin1');
}

const closed = (server: Server): Promise<void> => new Promise(done => {
    server.closeAllConnections();
    server.close(() => { done(); });
});
