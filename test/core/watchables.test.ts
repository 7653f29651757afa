import {describe, expect, test} from 'vitest';
import {parseList, watchables} from '../../build/core/watchables.ts';
import {moodleTrees} from '../amd/moodleTrees.ts';
import {watchableClasses} from './watchableClasses.ts';

const trees = moodleTrees();

describe.skipIf(trees.length === 0)('with a Moodle tree at hand (else skipped: set MOODLE_DIR)', () => {
    test.each(trees)('the events and hooks that we know are those of Moodle $release', ({release, web}) => {
        const [branch] = /^\d+\.\d+/.exec(release) ?? [];
        const known = [...watchables().values()].filter(({releases}) => releases.includes(branch ?? ''));
        const components = new Set(known.map(({name}) => name.split('\\')[0]));
        // Editions of Moodle bring components of their own.
        const there = watchableClasses(web).filter(({name}) => components.has(name.split('\\')[0]));
        expect(known.length).toBeGreaterThan(500);
        expect(there.map(({name, parent}) => `${name} < ${parent}`)).toEqual(known.map(({name, parent}) => `${name} < ${parent}`));
    });
});

test('a line of the list says what an event extends, and which releases have it', () => {
    const list = parseList('4.5 5.1\na\\event\\b < core\\event\\c in 5.1\na\\hook\\d\n');
    expect([...list.values()]).toEqual([
        {name: 'a\\event\\b', parent: 'core\\event\\c', releases: ['5.1']},
        {name: 'a\\hook\\d', parent: null, releases: ['4.5', '5.1']},
    ]);
});
