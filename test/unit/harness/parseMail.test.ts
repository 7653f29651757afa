import {describe, expect, it} from 'vitest';
import {mailsPage} from '../../moodle/mailsPage.ts';
import {parseMail} from '../../moodle/parseMail.ts';

const lines = (...text: string[]): string => text.join('\r\n');

describe('a caught mail', () => {
    it('shows its subject as written, coded and folded over two lines or not', () => {
        expect(parseMail(lines('Subject: =?UTF-8?Q?=C3=89t=C3=A9_=C3=A0_la?=', ' =?UTF-8?B?IG1lcg==?=', '', 'x')).subject).toBe('Été à la mer');
        expect(parseMail(lines('Subject: plain', '', 'x')).subject).toBe('plain');
    });

    it('shows both of its texts', () => {
        const mail = parseMail(lines(
            'Content-Type: multipart/alternative;', ' boundary="b1"', '', 'preamble', '--b1', 'Content-Type: text/plain; charset=UTF-8',
            'Content-Transfer-Encoding: quoted-printable', '', 'Fini=C3=A9e =', 'demain', '--b1',
            'Content-Type: text/html', 'Content-Transfer-Encoding: base64', '', Buffer.from('<p>Élève</p>').toString('base64'), '--b1--', '',
        ));
        expect(mail.text).toBe('Finiée demain');
        expect(mail.html).toBe('<p>Élève</p>');
    });

    it('is shown on the page as text, whatever markup its subject holds', () => {
        const mail = {id: 1, received: '', to: ['a@example.com'], from: '', raw: '', ...parseMail(lines('Subject: <script>', '', '</pre>'))};
        expect(mailsPage([mail], null)).toContain('&lt;script&gt;');
        expect(mailsPage([mail], 1)).not.toContain('<script>');
    });
});
