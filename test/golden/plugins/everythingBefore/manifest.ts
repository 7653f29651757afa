import {definePlugin} from '../../../../build/manifest/definePlugin.ts';
import {id, int, longtext, nullable, ref, text, time} from '../../../../build/manifest/kinds.ts';

const en = {pluginname: 'Everything', 'privacy:metadata': 'Keeps nothing of people in this test.'};

/** The version of local_everything that people have, for the upgrade to start from: its tables are those of everything/schema. */
export default definePlugin({
    component: 'local_everything',
    release: '1.0.0',
    version: 2026110100,
    maturity: 'stable',
    moodle: {requires: '4.5', supported: ['4.5', '5.3']},
    lang: {en, fr: en},
    tables: {
        shelf: {
            doc: 'Shelves of a course.',
            fields: {
                id: id(),
                courseid: ref('course'),
                name: text(50),
                state: nullable(text(10)),
                width: int({default: 0}),
                colour: nullable(text(20)),
                sortorder: int({min: -99, max: 999, default: 0}),
            },
            index: [['name']],
            personal: null,
        },
        item: {
            doc: 'What people put on a shelf.',
            fields: {id: id(), shelfid: ref('shelf'), userid: ref('user'), courseid: int(), note: longtext(), timecreated: time()},
            personal: null,
        },
        old: {doc: 'What the next version needs no more.', fields: {id: id(), userid: ref('user')}, unique: [['userid']], personal: null},
    },
});
