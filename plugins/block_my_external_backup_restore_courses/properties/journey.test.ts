import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {en as queueEn} from '../../../build/parts/queue/lang/en.ts';
import {fr as queueFr} from '../../../build/parts/queue/lang/fr.ts';
import {en as remotesEn} from '../../../build/parts/remotes/lang/en.ts';
import {fr as remotesFr} from '../../../build/parts/remotes/lang/fr.ts';
import {en} from '../lang/en.ts';
import {fr} from '../lang/fr.ts';
import {afterTrouble, isEnded, mayWish, nextState, PAUSES, pollAfter, progressOf, STATES, type State} from '../rules/journey.ts';
import {isTransient, REASONS, type Reason} from '../rules/reasons.ts';

const state = fc.constantFrom(...STATES);
const reason = fc.constantFrom(...REASONS);
/** What may happen to a request: all goes well, or there is trouble. */
const happening = fc.oneof(fc.constant('well' as const), reason);

type Standing = {state: State; tries: number};

/** How much of a course may come in pieces: then all of it is there. */
const PIECES = 20;

const after = (standing: Standing, what: 'well' | Reason, moved = false): Standing => (what === 'well'
    ? {...standing, state: nextState(standing.state)}
    : (({state: next, tries}) => ({state: next, tries}))(afterTrouble({...standing, moved}, what)));

describe('the way of a request', () => {
    it('leads from every state to a course that is there, where all goes well', () => {
        for (const first of STATES.filter(one => !isEnded(one))) {
            let standing: Standing = {state: first, tries: 0};
            for (let step = 0; step < STATES.length && !isEnded(standing.state); step++) {
                standing = after(standing, 'well');
            }
            expect(standing.state).toBe('done');
        }
    });

    it('ends whatever happens: no state is tried for ever', () => {
        fc.assert(fc.property(state, reason, (first, trouble) => {
            let standing: Standing = {state: first, tries: 0};
            let tries = 0;
            while (!isEnded(standing.state)) {
                standing = after(standing, trouble);
                tries += 1;
                expect(tries).toBeLessThanOrEqual(PAUSES.length + 1);
            }
        }));
    });

    it('ends through any mixture of luck and trouble that goes on, even where each try gets a little further', () => {
        fc.assert(fc.property(fc.array(fc.tuple(happening, fc.boolean()), {minLength: 1, maxLength: 12}), mixture => {
            let standing: Standing = {state: 'scheduled', tries: 0};
            let pieces = 0;
            let steps = 0;
            while (!isEnded(standing.state)) {
                const [what, luck] = mixture[steps++ % mixture.length] ?? (['well', false] as const);
                // A backup that is asked for anew comes in pieces anew.
                pieces = standing.state === 'asked' ? 0 : pieces;
                const moved: boolean = luck && standing.state === 'transferring' && pieces < PIECES;
                pieces += moved ? 1 : 0;
                standing = after(standing, what, moved);
                expect(steps).toBeLessThan(12 * (PAUSES.length + 2) * (PIECES + STATES.length));
            }
        }));
    });

    it('never leaves an end by itself, through any mixture of luck and trouble', () => {
        fc.assert(fc.property(fc.array(happening, {maxLength: 60}), happenings => {
            let standing: Standing = {state: 'scheduled', tries: 0};
            let ended: State | null = null;
            for (const what of happenings) {
                standing = after(standing, what);
                expect(ended === null || ended === standing.state).toBe(true);
                ended = isEnded(standing.state) ? standing.state : ended;
            }
        }));
    });

    it('fails at once where time mends nothing, and waits longer each time where it may', () => {
        for (const one of REASONS.filter(each => each !== 'worker_died')) {
            const waits = [...PAUSES.keys()].map(tries => afterTrouble({state: 'transferring', tries, moved: false}, one).wait);
            expect(waits).toEqual(isTransient(one) ? PAUSES : PAUSES.map(() => 0));
        }
    });

    it('lets a person do something in every state', () => {
        for (const one of STATES) {
            expect((['retry', 'cancel', 'delete'] as const).some(wish => mayWish(one, wish)), one).toBe(true);
        }
    });

    it('shows progress that never runs backwards', () => {
        const way: readonly State[] = ['scheduled', 'asked', 'preparing', 'transferring', 'restoring', 'enrolling', 'done'];
        fc.assert(fc.property(fc.nat(100), fc.nat(100), (one, other) => {
            const [less, more] = one < other ? [one, other] : [other, one];
            for (const [at, here] of way.entries()) {
                expect(progressOf(here, less)).toBeLessThanOrEqual(progressOf(here, more));
                expect(progressOf(here, 100)).toBeLessThanOrEqual(progressOf(way[at + 1] ?? here, 100));
            }
        }));
    });

    it('asks a server that works at least twice a minute, and at most every other second', () => {
        fc.assert(fc.property(fc.nat(100_000), waited => {
            expect(pollAfter(waited)).toBeGreaterThanOrEqual(2);
            expect(pollAfter(waited)).toBeLessThanOrEqual(30);
        }));
    });

    it('has words for every state and every reason, in both languages', () => {
        const languages: readonly Readonly<Record<string, string>>[] = [{...queueEn, ...remotesEn, ...en}, {...queueFr, ...remotesFr, ...fr}];
        for (const lang of languages) {
            expect(STATES.filter(one => (lang[`state:${one}`] ?? '') === '')).toEqual([]);
            expect(REASONS.filter(one => (lang[`reason:${one}`] ?? '') === '')).toEqual([]);
        }
    });
});
