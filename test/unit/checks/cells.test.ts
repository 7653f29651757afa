import {describe, expect, it} from 'vitest';
import {CELLS, chosenCells, isCellWord} from '../../moodle/checks/cells.ts';

describe('the matrix', () => {
    it('has each Moodle and each database in what is always looked at, and a client of one with a server of another', () => {
        const always = chosenCells([]);
        expect(new Set(always.flatMap(({branches}) => Object.values(branches)))).toEqual(new Set(['405', '501', '502']));
        expect(new Set(always.map(({database}) => database))).toEqual(new Set(['mariadb', 'pgsql']));
        expect(always.some(({branches}) => branches.client !== branches.server)).toBe(true);
    });

    it('has each Moodle on each database in all of it', () => {
        const all = chosenCells(['--all']).filter(({branches}) => branches.client === branches.server);
        expect(all.map(({name}) => name).sort()).toEqual(['405-mariadb', '405-pgsql', '501-mariadb', '501-pgsql', '502-mariadb', '502-pgsql']);
    });

    it('is chosen from by name; another name is refused with the names there are', () => {
        expect(chosenCells(['502-pgsql']).map(({name}) => name)).toEqual(['502-pgsql']);
        expect(() => chosenCells(['404-oracle'])).toThrow(/bad-cell[\s\S]*405-mariadb/);
        expect(['--all', '405-pgsql', '--spec'].map(isCellWord)).toEqual([true, true, false]);
    });

    it('gives each cell a name of its own', () => {
        expect(new Set(CELLS.map(({name}) => name)).size).toBe(CELLS.length);
    });
});
