import {listOf, nameOf, record, text} from '../description.ts';
import {section} from './section.ts';

export const preferences = section({what: 'preference', names: null, entry: record({about: nameOf('string')})});

/** Data that leaves the site, for the privacy page. */
export const external = section({
    what: 'place outside',
    names: null,
    entry: record({about: nameOf('string'), fields: listOf(text)}),
    strings: (name, {about, fields}) => fields.map(field => ({key: `${about}:${field}`, why: `what '${name}' gets to know`})),
});
