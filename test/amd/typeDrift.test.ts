import {describe, expect, test} from 'vitest';
import {declaredNames} from './declaredNames.ts';
import {moodleTrees} from './moodleTrees.ts';
import {publishedNames} from './publishedNames.ts';
import {typeDrift} from './typeDrift.ts';

const trees = moodleTrees();

describe.skipIf(trees.length === 0)('with a Moodle tree at hand (else skipped: set MOODLE_DIR)', () => {
    test.each(trees)("what we say of core's modules is so in Moodle $release", ({web}) => {
        expect(typeDrift(web)).toEqual([]);
    });
});

test('the names that our types declare are read from them', () => {
    const found = declaredNames().filter(({module}) => ['core/ajax', 'core/pending', 'core/toast'].includes(module));
    expect(found).toEqual([
        {module: 'core/ajax', named: ['call'], members: ['call']},
        {module: 'core/toast', named: ['add', 'addToastRegion', 'removeToastRegion'], members: null},
        {module: 'core/pending', named: [], members: ['resolve', 'reject']},
    ]);
});

test('a module that lost a name, or hides it behind a default, is not taken for the one we know', () => {
    expect([...publishedNames('export const a = 1; const b = 2; export {b as c};').named]).toEqual(['a', 'c']);
    expect(publishedNames('export const a = 1; export default {a};').hasDefault).toBe(true);
    expect(publishedNames('define([], function() { return {a: 1}; });')).toMatchObject({isEs: false, members: new Set(['a'])});
});
