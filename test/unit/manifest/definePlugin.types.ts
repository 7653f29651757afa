import {definePlugin} from '../../../build/manifest/definePlugin.ts';
import {bool, choice, duration, heading, id, int, list, nullable, optional, ref, text, time} from '../../../build/manifest/kinds.ts';
import {clientOf} from '../../../build/manifest/clientOf.ts';
const en = {pluginname: 'x', 'course_notification:setup': 'x', 'messageprovider:a': 's', 'task:t': 't', 'privacy:due': 'd', 'setting:bulklimit': 'b', 'setting:h':'h'};
const m = definePlugin({
    component: 'block_course_notification', release: '1', version: 2026112100, maturity: 'stable',
    moodle: {requires: '4.5', supported: ['4.5', '5.3']},
    lang: {en, fr: {...en}},
    capabilities: {setup: {at: 'course', allow: ['manager']}},
    tables: {due: {doc: 'x', fields: {id: id(), courseid: ref('course'), userid: ref('user'), signal: text(20), timedue: time()}, unique: [['courseid', 'userid']], personal: {user: 'userid', context: {course: 'courseid'}, about: 'privacy:due'}}},
    messages: {a: {web: 'on', email: 'on'}},
    tasks: {t: {every: '* * * * *', run: 'sender::run'}},
    settings: {h: heading(), bulklimit: int({default: 200})},
    services: {hidden: {doc: 'x', at: 'system', needs: 'setup', kind: 'read', ajax: false, params: {}, returns: int(), run: 'a::b'}, get: {doc: 'x', at: {course: 'courseid'}, needs: 'setup', kind: 'read', params: {courseid: int(), o: optional(bool(), false), s: choice(['a', 'b'])}, returns: list({day: time(), n: nullable(int())}), run: 'a::b'}},
});
const call = clientOf(m);
const r = await call('get', {courseid: 3, s: 'a'});
export const n: number | null | undefined = r[0]?.n;
duration();
// @ts-expect-error a function for clients of web services alone
await call('hidden', {});
// @ts-expect-error unknown function
await call('got', {courseid: 3, s: 'a'});
// @ts-expect-error bad arg
await call('get', {courseid: 'x', s: 'a'});
const bad = {component: 'block_x', release: '1', version: 1, maturity: 'stable', moodle: {requires: '4.5', supported: ['4.5', '5.3']}} as const;
// @ts-expect-error missing capability
definePlugin({...bad, lang: {en: {pluginname: 'x'}, fr: {pluginname: ''}}, services: {get: {doc: 'x', at: 'system', needs: 'setupp', kind: 'read', params: {}, returns: list(int()), run: 'a::b'}}});
definePlugin({...bad, lang: {en: {pluginname: 'x', 'privacy:x': ''}, fr: {pluginname: '', 'privacy:x': ''}}, tables: {
    // @ts-expect-error missing field
    due: {doc: '', fields: {id: id()}, unique: [['nope']], personal: null}}});

// Every place where a name stands is held against the names there are, also inside lists and records.
const shelf = {...bad, lang: {en: {pluginname: 'x', 'privacy:x': '', 'report:r': '', 'event:e_f': '', 'messageprovider:m': '', 'adminpage:p': ''},
    fr: {pluginname: 'x', 'privacy:x': '', 'report:r': '', 'event:e_f': '', 'messageprovider:m': '', 'adminpage:p': ''}}} as const;
const item = {doc: '', fields: {id: id(), userid: ref('user'), kept: time()}, personal: null} as const;
// @ts-expect-error a personal column that is not there
definePlugin({...shelf, tables: {item: {...item, personal: {user: 'userid', context: 'user', about: 'privacy:x', columns: ['kept', 'lost']}}}});
// @ts-expect-error a context from a column that is not there
definePlugin({...shelf, tables: {item: {...item, personal: {user: 'userid', context: {course: 'courseid'}, about: 'privacy:x'}}}});
definePlugin({...shelf, tables: {item: {...item, personal: {user: ['userid', 'kept'], context: 'user', about: 'privacy:x', erase: ['kept']}}}});
// @ts-expect-error an event about a table that is not there
definePlugin({...shelf, tables: {item}, events: {e_f: {crud: 'c', level: 'other', at: 'system', says: '', table: 'items'}}});
// @ts-expect-error a message for those with a capability that is not there
definePlugin({...shelf, messages: {m: {web: 'on', email: 'on', needs: 'read'}}});
// @ts-expect-error a page for those with a capability that is not there
definePlugin({...shelf, adminpages: {p: {path: 'x.php', needs: 'read'}}});
definePlugin({...shelf, adminpages: {p: {path: 'x.php', needs: 'moodle/site:config'}}});
const report = {doc: '', from: 'item', at: 'system', needs: 'see', sort: {column: 'kept'}, columns: {kept: {field: 'kept', as: 'time'}}} as const;
const reporting = {...shelf, lang: {en: {...shelf.lang.en, 'x:see': ''}, fr: {...shelf.lang.fr, 'x:see': ''}}, capabilities: {see: {at: 'system'}}, tables: {item}} as const;
definePlugin({...reporting, reports: {r: report}});
// @ts-expect-error a column of a report that its table has not
definePlugin({...reporting, reports: {r: {...report, columns: {kept: {field: 'keep', as: 'time'}}}}});
// @ts-expect-error a report sorted by a column that it has not
definePlugin({...reporting, reports: {r: {...report, sort: {column: 'userid'}}}});
// @ts-expect-error a report joined by a column that its table has not
definePlugin({...reporting, reports: {r: {...report, join: {user: 'user'}}}});
