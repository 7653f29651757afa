import {anything, bool, either, isRecord, like, listOf, mapOf, method, oneOf, record, text, whole, type Expectation} from './expect.ts';
import {column, kind, kindOrRecord, setting} from './kindExpectation.ts';

const level = oneOf('system', 'user', 'coursecat', 'course', 'module', 'block');
const archetypes = listOf(oneOf('manager', 'coursecreator', 'editingteacher', 'teacher', 'student', 'guest', 'user', 'frontpage'));
const moodle = oneOf('4.5', '5.0', '5.1', '5.2', '5.3');
const output = oneOf('on', 'off', 'forbidden');
const cron = like(/^\S+( \S+){4}$/, 'five cron fields, as in \'*/5 * * * *\'');
const texts = listOf(text);
const orNull = (of: Expectation): Expectation => either(`${of.says}, or null`, value => (value === null ? anything : of));
const at = (words: readonly string[], records: readonly string[]): Expectation => either(
    [...words.map(word => `'${word}'`), ...records.map(name => `{${name}: …}`)].join(', '),
    value => (typeof value === 'string' && words.includes(value) ? text
        : isRecord(value) && records.includes(Object.keys(value)[0] ?? '') && Object.keys(value).length === 1 ? mapOf(text) : null),
);

const personal = record(
    {
        user: either('a column, or several', value => (Array.isArray(value) ? texts : text)),
        context: at(['system', 'user'], ['course', 'block', 'context']),
        about: text,
    },
    {columns: texts, erase: texts},
);

const reportColumn = record(
    {
        field: text,
        as: either("'text', 'int', 'time', 'bool', {strings} or {format}", value => (isRecord(value) ? record({}, {strings: text, format: method}) : oneOf('text', 'int', 'time', 'bool'))),
    },
    {sortable: bool, filter: oneOf('text', 'number', 'date', 'select', 'none'), options: method, title: text},
);

const sections: Readonly<Record<string, Expectation>> = {
    capabilities: record({at: level}, {type: oneOf('read', 'write'), allow: archetypes, prevent: archetypes, risk: listOf(oneOf('spam', 'personal', 'xss', 'config', 'managetrust', 'dataloss')), clone: text}),
    tables: record({doc: text, fields: mapOf(column), personal: orNull(personal)}, {unique: listOf(texts), index: listOf(texts)}),
    services: record(
        {doc: text, at: at(['system', 'user'], ['course', 'module', 'block']), needs: orNull(text), kind: oneOf('read', 'write'), params: mapOf(kind), returns: kindOrRecord, run: method},
        {ajax: bool, loginrequired: bool},
    ),
    webservices: record({name: text, functions: texts, restricted: bool, enabled: bool}, {download: bool, upload: bool}),
    tasks: record({every: cron, run: method}, {disabled: bool}),
    adhoc: record({run: method}, {data: mapOf(kind), concurrency: whole, attempts: whole}),
    observers: method,
    events: record({crud: oneOf('c', 'r', 'u', 'd'), level: oneOf('teaching', 'participating', 'other'), at: level, says: text}, {table: text, relateduser: bool, other: mapOf(kind), url: text}),
    messages: record({web: output, email: output}, {app: output, needs: text}),
    caches: record({mode: oneOf('application', 'session', 'request')}, {simplekeys: bool, simpledata: bool, ttl: whole, staticacceleration: whole}),
    hooks: method,
    settings: setting,
    adminpages: record({path: text, needs: text}, {under: text}),
    checks: record({group: oneOf('status', 'security', 'performance'), run: method}),
    reports: record(
        {doc: text, from: text, at: oneOf('system', 'course'), needs: text, columns: mapOf(reportColumn), sort: record({column: text}, {descending: bool})},
        {join: record({}, {user: text, course: text}), where: method, actions: method, download: bool},
    ),
    callbacks: record({params: text, returns: text, run: method}),
    preferences: record({about: text}),
    external: record({about: text, fields: texts}),
};

/** What a manifest is made of, for those who did not run the type checker. */
export const plugin: Expectation = record(
    {
        component: like(/^(block|local|tool)_[a-z][a-z0-9_]*[a-z0-9]$/, "Moodle's name of a block, a local plugin or an admin tool, as in 'block_course_notification'"),
        release: text,
        version: whole,
        maturity: oneOf('alpha', 'beta', 'rc', 'stable'),
        moodle: record({requires: moodle, supported: listOf(moodle)}),
        lang: record({en: mapOf(text), fr: mapOf(text)}),
    },
    {
        dependencies: mapOf(whole),
        ...Object.fromEntries(Object.entries(sections).map(([name, of]) => [name, mapOf(of)])),
        lifecycle: record({}, {install: method, upgrade: method, uninstall: method}),
    },
);
