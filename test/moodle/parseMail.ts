/** What a mail says, taken out of what came over the wire. */
export type ParsedMail = {
    readonly subject: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly text: string;
    readonly html: string;
};

export function parseMail(raw: string): ParsedMail {
    const {headers, body} = split(raw);
    const parts = leaves(headers, body);
    const of = (type: string): string => parts.find(part => part.type === type)?.body ?? '';
    return {subject: headers['subject'] ?? '', headers, text: of('text/plain'), html: of('text/html')};
}

type Leaf = {readonly type: string; readonly body: string};

function leaves(headers: Readonly<Record<string, string>>, body: string): Leaf[] {
    const type = headers['content-type'] ?? 'text/plain';
    const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
    if (boundary === undefined) {
        return [{type: (type.split(';')[0] ?? '').trim().toLowerCase(), body: decodeBody(body, headers['content-transfer-encoding'] ?? '')}];
    }
    return body.split(`--${boundary}`).slice(1, -1).flatMap(part => {
        const inner = split(part.replace(/^\r?\n/, ''));
        return leaves(inner.headers, inner.body.replace(/\r?\n$/, ''));
    });
}

function split(raw: string): {headers: Record<string, string>; body: string} {
    const [, head = '', body = ''] = /^([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(raw) ?? ['', raw, ''];
    const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
    const headers = Object.fromEntries(lines.map(line => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).toLowerCase(), decodeWords(line.slice(colon + 1).trim())];
    }));
    return {headers, body};
}

/** RFC 2047: `=?UTF-8?Q?…?=`; the blank between two such words is not part of the text. */
function decodeWords(value: string): string {
    return value.replace(/\?=\s+=\?/g, '?==?').replace(/=\?[\w-]+\?([bq])\?([^?]*)\?=/gi, (_, coding: string, text: string) =>
        coding.toLowerCase() === 'b'
            ? Buffer.from(text, 'base64').toString('utf8')
            : quotedPrintable(text.replaceAll('_', ' ')));
}

function decodeBody(body: string, coding: string): string {
    if (coding.toLowerCase() === 'base64') {
        return Buffer.from(body, 'base64').toString('utf8');
    }
    return (coding.toLowerCase() === 'quoted-printable' ? quotedPrintable(body.replace(/=\r?\n/g, '')) : body).replaceAll('\r\n', '\n');
}

function quotedPrintable(text: string): string {
    const latin = Buffer.from(text, 'utf8').toString('latin1');
    return Buffer.from(latin.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString('utf8');
}
