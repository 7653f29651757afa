import {appendFileSync, readFileSync} from 'node:fs';
import {createServer as createPage} from 'node:http';
import {createServer, type Socket} from 'node:net';
import {faultOf, type MailFault} from './mailFault.ts';
import {listMails, type Mail} from './mails.ts';
import {mailsPage} from './mailsPage.ts';
import {parseMail} from './parseMail.ts';

/** Addresses that no mail reaches, so that a failure can be had at will. */
const UNDELIVERABLE = /@undeliverable\.test>?$/i;

const [smtpPort, pagePort, file] = process.argv.slice(2) as [string, string, string];
let count = 0;
let receivers = 0;

createServer(converse).listen(Number(smtpPort), '127.0.0.1');
createPage((request, response) => {
    const id = /^\/(\d+)$/.exec(request.url ?? '')?.[1];
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(mailsPage(listMails({}, file), id === undefined ? null : Number(id)));
}).listen(Number(pagePort), '127.0.0.1');

/** One SMTP conversation: as much of the protocol as a mailer needs. */
function converse(socket: Socket): void {
    socket.setNoDelay(true);
    const envelope = {from: '', to: [] as string[], fault: null as MailFault['fault'] | null};
    const atDoor = faultOf(file);
    if (atDoor?.fault === 'down') {
        socket.destroy();
        return;
    }
    let buffer = '';
    let inData = false;
    const reply = (line: string): void => { socket.write(`${line}\r\n`); };
    const obey = (line: string): void => {
        const verb = line.slice(0, 4).toUpperCase();
        if (verb === 'MAIL') {
            envelope.from = address(line);
            envelope.to = [];
            envelope.fault = null;
        }
        if (verb === 'RCPT') {
            if (UNDELIVERABLE.test(address(line))) {
                reply('550 No such mailbox');
                return;
            }
            const fault = faultFor(address(line));
            if (fault === 'refuse' || fault === 'busy') {
                reply(fault === 'refuse' ? '550 5.1.1 Nobody of that name' : '451 4.3.2 Come back later');
                return;
            }
            envelope.fault = fault;
            envelope.to.push(address(line));
        }
        inData = verb === 'DATA';
        reply(inData ? '354 Go on' : verb === 'QUIT' ? '221 Bye' : '250 OK');
        if (verb === 'QUIT') {
            socket.end();
        }
    };
    socket.setEncoding('utf8');
    socket.on('error', () => socket.destroy());
    socket.on('data', (text: string) => {
        buffer += text;
        for (;;) {
            const end = buffer.indexOf(inData ? '\r\n.\r\n' : '\r\n');
            if (end < 0) {
                if (inData && envelope.fault === 'cut') {
                    socket.destroy();
                } else if (inData && envelope.fault === null) {
                    // A first line of the reply: it takes the system's acknowledgement along, for which a mailer would wait 40 ms.
                    reply('250-Reading');
                }
                return;
            }
            if (inData && envelope.fault === 'cut') {
                socket.destroy();
                return;
            }
            const piece = buffer.slice(0, end);
            buffer = buffer.slice(end + (inData ? 5 : 2));
            if (inData) {
                inData = false;
                keep(envelope.from, envelope.to, piece.replace(/^\.\./gm, '.'));
                if (envelope.fault === 'unanswered') {
                    socket.destroy();
                    return;
                }
                reply('250 Kept');
            } else {
                obey(piece);
            }
        }
    });
    if (atDoor?.fault === 'hang') {
        setTimeout(() => socket.destroy(), (atDoor.seconds ?? 1) * 1000);
        return;
    }
    reply('220 Mail catcher');
}

/** What goes wrong for a receiver. */
function faultFor(to: string): MailFault['fault'] | null {
    const set = faultOf(file);
    receivers++;
    if (set === null || (set.to !== undefined && set.to !== to) || (set.every !== undefined && receivers % set.every !== 0)) {
        return null;
    }
    return set.fault;
}

function address(line: string): string {
    return /<([^>]*)>/.exec(line)?.[1] ?? '';
}

function keep(from: string, to: readonly string[], raw: string): void {
    const mail: Mail = {id: nextId(), received: new Date().toISOString(), to: [...to], from, ...parseMail(raw), raw};
    appendFileSync(file, `${JSON.stringify(mail)}\n`);
}

function nextId(): number {
    count = count === 0 ? lastKept() + 1 : count + 1;
    return count;
}

function lastKept(): number {
    try {
        const last = readFileSync(file, 'utf8').trimEnd().split('\n').at(-1) ?? '';
        return last === '' ? 0 : (JSON.parse(last) as Mail).id;
    } catch {
        return 0;
    }
}
