import type {Part} from '../parts/part.ts';
import {isRecord, like, listOf, mapOf, method, oneOf, record, test, text, whole, type Description, type TypeOf} from './description.ts';
import type {level} from './sections/capabilities.ts';
import {SECTION_LIST, type SECTIONS, type SectionName} from './sections/index.ts';
import type {reportColumn} from './sections/reports.ts';
import type {personal, table} from './sections/tables.ts';

/** What a manifest may say, before the names in it are held against each other (definePlugin.ts does that). */

const moodle = oneOf('4.5', '5.0', '5.1', '5.2', '5.3');
const texts = mapOf(text);

const head = {
    /** Moodle's name of the plugin, `block_…`, `local_…`. */
    component: like(
        /^(block|local|tool)_[a-z][a-z0-9_]*[a-z0-9]$/, "Moodle's name of a block, a local plugin or an admin tool, as in 'block_course_notification'"),
    release: text,
    version: whole,
    maturity: oneOf('alpha', 'beta', 'rc', 'stable'),
    moodle: record({requires: moodle, supported: listOf(moodle)}),
    lang: record({en: texts, fr: texts}),
};
const foot = {
    dependencies: mapOf(whole),
    /** Pieces of plugin that other plugins are made with too: `parts: {service: service({…})}`. */
    parts: mapOf(test<Part>("a part, as in 'service({…})'", value => isRecord(value) && typeof value['name'] === 'string' && isRecord(value['piece']))),
    /** What is kept of people beside tables and preferences. */
    privacy: record({}, {
        /** File areas in which files are their owner's, each with the string that says what they are. */
        files: mapOf(text),
        /** A hand-written class, as in 'site/kept', that tells of all else: it has metadata, contexts, users and export. */
        also: like(/^[a-z][a-z0-9_/]*$/, "a class below php/classes/local, as in 'site/kept'"),
        /** Runs after what is kept of people in a context was deleted, to delete what only `also` knows: gets the context and the users, null for everyone. */
        forgotten: method,
    }),
    /** Hand-written methods that run at the end of installation, of upgrades (gets the old version), and before removal. */
    lifecycle: record({}, {install: method, upgrade: method, uninstall: method}),
};

/** What a manifest is made of, for those who did not run the type checker. */
export const plugin: Description = record(head, {...foot, ...Object.fromEntries(SECTION_LIST.map(([name, {entry}]) => [name, mapOf(entry)]))});

type Head = {readonly [K in Exclude<keyof typeof head, 'moodle'>]: TypeOf<(typeof head)[K]>};
type Foot = {readonly [K in keyof typeof foot]?: TypeOf<(typeof foot)[K]>};
type Entry<P extends SectionName> = TypeOf<(typeof SECTIONS)[P]['entry']>;

export type Release = TypeOf<typeof moodle>;
/** What the sections of a manifest may say, whether the plugin says it or a part. */
export type Sections = {readonly [P in SectionName]?: {readonly [name: string]: Entry<P>}};
export type PluginShape = Head & Foot & Sections & {readonly moodle: {readonly requires: Release; readonly supported: readonly [Release, Release]}};

export type {Method} from './description.ts';
export type {Column} from './describedKinds.ts';
export type Level = TypeOf<typeof level>;
export type CapabilityShape = Entry<'capabilities'>;
export type TableShape = TypeOf<typeof table>;
export type PersonalShape = TypeOf<typeof personal>;
export type PersonalContext = PersonalShape['context'];
export type ServiceShape = Entry<'services'>;
export type WebServiceShape = Entry<'webservices'>;
export type TaskShape = Entry<'tasks'>;
export type AdhocShape = Entry<'adhoc'>;
export type EventShape = Entry<'events'>;
export type MessageShape = Entry<'messages'>;
export type CacheShape = Entry<'caches'>;
export type ReportShape = Entry<'reports'>;
export type ReportColumn = TypeOf<typeof reportColumn>;
export type CheckShape = Entry<'checks'>;
export type SettingShape = Entry<'settings'>;
export type AdminPageShape = Entry<'adminpages'>;
export type PageShape = Entry<'pages'>;
