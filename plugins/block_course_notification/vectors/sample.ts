import type {Facts, Settings} from '../rules/facts.ts';
import {SIGNALS} from '../rules/signals.ts';

/** A day, in seconds. */
export const DAY = 86400;

/** The moment of the examples. */
export const NOW = 1_000 * DAY;

/** All signals on, with the site's own delays. */
export const settings: Settings = {
    on: SIGNALS,
    firstcallafter: 7 * DAY,
    secondcallafter: 14 * DAY,
    inactiveafter: 14 * DAY,
    inactiveevery: 7 * DAY,
    endaftercompletion: false,
    waiting: false,
};

/** A learner whose access opened just now and never ends. */
export const newcomer: Facts = {
    active: true,
    hidden: false,
    excluded: false,
    optedout: [],
    start: NOW,
    end: null,
    lastaccess: null,
    completed: null,
    sent: [],
};

/** A learner who came yesterday and whose access ends in `days`. */
export const leaver = (days: number): Facts => ({...newcomer, start: NOW - 100 * DAY, lastaccess: NOW - DAY, end: NOW + days * DAY});
