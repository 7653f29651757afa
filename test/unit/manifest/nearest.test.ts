import {describe, expect, it} from 'vitest';
import {nearest} from '../../../build/manifest/nearest.ts';

describe('the nearest name', () => {
    it('is the one with the fewest slips', () => {
        expect(nearest('setpu', ['setup', 'set'])).toBe('setup');
    });

    it('does not mind capitals', () => {
        expect(nearest('Setup', ['setup', 'benotified'])).toBe('setup');
    });

    it('is none where all are far', () => {
        expect(nearest('forecast', ['setup', 'view'])).toBeNull();
    });
});
