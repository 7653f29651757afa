import {describe, expect, it} from 'vitest';
import {debianWithServer} from '../../moodle/debian/debianReleases.ts';
import {requirementsIn, runsUnder, suffices} from '../../moodle/requirements.ts';

const XML = `<COMPATIBILITY_MATRIX>
  <MOODLE version="5.1" requires="4.2.3">
    <DATABASE level="required"><VENDOR name="mariadb" version="10.11.0" /><VENDOR name="postgres" version="15" /></DATABASE>
    <PHP version="8.2.0" level="required"><RESTRICT function="restrict_php_version_84" message="x" /></PHP>
  </MOODLE>
  <MOODLE version="5.2" requires="4.4">
    <DATABASE level="required"><VENDOR name="mariadb" version="10.11.0" /><VENDOR name="postgres" version="16" /></DATABASE>
    <PHP version="8.3.0" level="required"></PHP>
  </MOODLE>
</COMPATIBILITY_MATRIX>`;

describe('what a Moodle asks of a machine', () => {
    it('is read from its own tree, for its own release', () => {
        expect(requirementsIn(XML, '5.2.1+ (Build: 20260714)')).toEqual({php: '8.3.0', phpBelow: null, mariadb: '10.11.0', pgsql: '16'});
        expect(requirementsIn(XML, '5.1.5 (Build: 20260101)')).toEqual({php: '8.2.0', phpBelow: '8.4', mariadb: '10.11.0', pgsql: '15'});
    });

    it('is nothing where the tree does not say', () => {
        expect(requirementsIn(XML, '5.9')).toEqual({php: null, phpBelow: null, mariadb: null, pgsql: null});
        expect(requirementsIn('', '4.5')).toEqual({php: null, phpBelow: null, mariadb: null, pgsql: null});
    });

    it.each([
        ['8.4.24', '8.3.0', true],
        ['8.2.36', '8.3.0', false],
        ['10.11.19', '10.6', true],
        ['10.6.2', '10.11.0', false],
        ['15.18', '16', false],
        ['17', '17.0', true],
        ['8.2.36', null, true],
    ])('is met by %s where %s is asked for: %s', (version, asked, met) => {
        expect(suffices(version, asked)).toBe(met);
    });

    it.each([
        ['8.2.36', true],
        ['8.3', true],
        ['8.4.1', false],
        ['8.1.9', false],
    ])('lets PHP %s in, which may be too new as well as too old: %s', (version, fits) => {
        expect(runsUnder(version, {php: '8.2.0', phpBelow: '8.4'})).toBe(fits);
    });

    it('is found in the oldest Debian that has it', () => {
        expect(debianWithServer('pgsql', '16')?.suite).toBe('trixie');
        expect(debianWithServer('pgsql', '15')?.suite).toBe('bookworm');
        expect(debianWithServer('mariadb', '11.4')?.suite).toBe('trixie');
        expect(debianWithServer('mariadb', '99')).toBeNull();
    });
});
