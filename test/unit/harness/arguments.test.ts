import {describe, expect, it} from 'vitest';
import {readArguments} from '../../moodle/arguments.ts';
import {Refusal} from '../../moodle/refusal.ts';

describe('the command line of the harness', () => {
    it('gives both sites the branch, and one site its own where that is named', () => {
        expect(readArguments(['up', '--branch', '501', '--server-branch', '405']).wanted.branches).toEqual({client: '501', server: '405'});
    });

    it('leaves the branch open where none is named, so that a standing pair is taken as it is', () => {
        expect(readArguments(['up']).wanted).toEqual({branches: {client: null, server: null}, database: null, php: {client: null, server: null}, sameIdentifier: false, clone: false});
    });

    it('takes several zips and one site', () => {
        expect(readArguments(['install', '--zip', 'a.zip', '--zip', 'b.zip', '--site', 'server'])).toMatchObject({zips: ['a.zip', 'b.zip'], site: 'server'});
    });

    it('hands everything behind the PHP file to that file', () => {
        expect(readArguments(['php', 'client', 'x.php', '--site=here', '-v'])).toMatchObject({site: 'client', rest: ['x.php', '--site=here', '-v']});
    });

    it('keeps the backslashes of a task', () => {
        expect(readArguments(['task', '\\block_x\\task\\send']).rest).toEqual(['\\block_x\\task\\send']);
    });

    it.each([
        [[]],
        [['destroy']],
        [['toString']],
        [['down', '--zip', 'a.zip']],
        [['up', '--db', 'oracle']],
        [['up', '--branch']],
        [['install', '--site', 'both']],
        [['sql', 'select 1']],
    ])('refuses %j and shows how it is used', args => {
        expect(() => readArguments(args)).toThrow(Refusal);
        expect(() => readArguments(args)).toThrow(/bad-argument[\s\S]*npm run moodle -- COMMAND/);
    });
});
