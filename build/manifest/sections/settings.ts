import {nameOf, record, text} from '../description.ts';
import {setting} from '../describedKinds.ts';
import {section, snake} from './section.ts';

const OF_CONFIG = 'the typed config has a method of that name';

export const settings = section({
    what: 'setting',
    names: snake(90),
    taken: {
        version: "Moodle keeps the plugin's version under that name",
        class: 'PHP takes the word for itself',
        read: OF_CONFIG,
        several: OF_CONFIG,
        secret: OF_CONFIG,
        locked: OF_CONFIG,
    },
    string: 'setting:',
    entry: setting,
    strings: (name, kind) => (kind.kind !== 'choice' && kind.kind !== 'choices' ? []
        : kind.values.filter(value => !/^\d+$/.test(value)).map(value =>
            ({key: `setting:${name}:${value}`, why: `how the setting '${name}' shows the value '${value}'`}))),
});

export const adminpages = section({
    what: 'page',
    names: snake(80),
    string: 'adminpage:',
    entry: record({path: text, needs: nameOf('anycapability')}, {
        /** Category of the admin tree; the plugin's own by default. */
        under: text,
    }),
});
