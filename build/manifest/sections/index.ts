import {capabilities} from './capabilities.ts';
import {caches} from './caches.ts';
import {checks} from './checks.ts';
import {callbacks, events, hooks, observers} from './events.ts';
import {messages} from './messages.ts';
import {pages} from './pages.ts';
import {external, preferences} from './privacy.ts';
import {reports} from './reports.ts';
import type {Section} from './section.ts';
import {services, webservices} from './services.ts';
import {adminpages, settings} from './settings.ts';
import {tables} from './tables.ts';
import {adhoc, tasks} from './tasks.ts';

/** Every section that a manifest may have. */
export const SECTIONS = {
    capabilities, tables, services, webservices, tasks, adhoc, observers, events, messages, caches, hooks, settings, adminpages, pages, checks, reports,
    callbacks, preferences, external,
};

export type SectionName = keyof typeof SECTIONS;

/** The same for those who look at all of them alike. */
export const SECTION_LIST = Object.entries(SECTIONS) as unknown as readonly (readonly [name: SectionName, section: Section])[];
