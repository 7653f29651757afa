import {describe, expect, it} from 'vitest';
import {lackOfExtensions} from '../../moodle/machine.ts';
import {byRelease} from '../../moodle/plugins.ts';

const ALL = ['curl', 'gd', 'intl', 'mbstring', 'soap', 'dom', 'xmlreader', 'SimpleXML', 'zip', 'mysqli', 'pgsql'];

describe('what a machine lacks', () => {
    it('is nothing where PHP has every extension', () => {
        expect(lackOfExtensions([...ALL, 'json'])).toBeNull();
    });

    it('is said once, with the packages that bring it', () => {
        const lack = lackOfExtensions(ALL.filter(name => !['soap', 'dom', 'xmlreader'].includes(name)));
        expect(lack?.packages).toEqual(['php-soap', 'php-xml']);
        expect(lack?.diagnostic).toMatchObject({code: 'missing-php-extension'});
        expect(lack?.diagnostic.message).toContain('apt-get install php-soap php-xml');
    });
});

describe('the zips of a plugin', () => {
    it('are ordered by release, not by letter', () => {
        expect(byRelease(['x-1.10.0.zip', 'x-1.9.0.zip'])).toEqual(['x-1.9.0.zip', 'x-1.10.0.zip']);
    });
});
