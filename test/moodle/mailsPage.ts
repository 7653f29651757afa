import type {Mail} from './mails.ts';

/** The caught mails as a web page: a list, the newest first, or one mail. */
export function mailsPage(mails: readonly Mail[], id: number | null): string {
    const mail = mails.find(one => one.id === id);
    return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Caught mails</title>
<style>body{font:16px system-ui;margin:2rem;max-width:70rem}td,th{text-align:left;padding:.3rem 1rem .3rem 0}pre{white-space:pre-wrap}iframe{width:100%;height:30rem;border:1px solid #999}</style>
</head><body>${mail === undefined ? list(mails) : one(mail)}</body></html>`;
}

function list(mails: readonly Mail[]): string {
    const rows = [...mails].reverse().slice(0, 500).map(mail =>
        `<tr><td>${escape(mail.received)}</td><td>${escape(mail.to.join(', '))}</td><td><a href="/${mail.id}">${escape(mail.subject)}</a></td></tr>`);
    return `<h1>Caught mails (${mails.length})</h1><table><tr><th>Received</th><th>To</th><th>Subject</th></tr>${rows.join('')}</table>`;
}

function one(mail: Mail): string {
    const html = mail.html === '' ? '' : `<iframe title="As HTML" sandbox srcdoc="${escape(mail.html)}"></iframe>`;
    return `<p><a href="/">All mails</a></p><h1>${escape(mail.subject)}</h1><p>To ${escape(mail.to.join(', '))}, from ${escape(mail.headers['from'] ?? mail.from)}</p>
<pre>${escape(mail.text)}</pre>${html}`;
}

function escape(text: string): string {
    return text.replace(/[&<>"]/g, sign => ({'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'})[sign] ?? sign);
}
