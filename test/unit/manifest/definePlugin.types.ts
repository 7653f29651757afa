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
    services: {get: {doc: 'x', at: {course: 'courseid'}, needs: 'setup', kind: 'read', params: {courseid: int(), o: optional(bool(), false), s: choice(['a', 'b'])}, returns: list({day: time(), n: nullable(int())}), run: 'a::b'}},
});
const call = clientOf(m);
const r = await call('get', {courseid: 3, s: 'a'});
export const n: number | null | undefined = r[0]?.n;
duration();
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
