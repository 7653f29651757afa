import {expect, it} from 'vitest';
import {formatTable} from '../../bench/table.ts';

it('A bench is printed as a Markdown table that says which bars were missed', () => {
    const printed = formatTable({title: 'Speed', rows: [
        {what: 'build', seconds: 0.25, memory: 120.4, bar: '≤ 1 s', met: true},
        {what: 'run', seconds: 12.34, queries: 12345, bar: '≤ 10 s', met: false, note: '50,000 enrolments'},
    ]});
    const rows = printed.split('\n').map(line => line.split('|').map(cell => cell.trim()).filter(cell => cell !== '').join(' / '));
    expect(rows).toEqual([
        '## Speed', '', 'what / wall / peak memory / queries / bar / met / note',
        expect.stringMatching(/^-+( \/ -+){6}$/),
        'build / 0.250 s / 120 MiB / ≤ 1 s / yes',
        'run / 12.3 s / 12,345 / ≤ 10 s / NO / 50,000 enrolments',
    ]);
});
