import {listOf, mapOf, nameOf, orNull, record, text, wordOr} from '../description.ts';
import {section} from './section.ts';

/**
 * Hand-written scripts that a browser opens, by their path below php/; those of the admin tree stand in `adminpages`. The build looks
 * whether a script asks for what is said here, and `npm run test:moodle` opens it as somebody who may and as those who may not.
 */
export const pages = section({
    what: 'page',
    names: {pattern: /^[a-z][a-z0-9_/]*\.php$/, says: 'the path of a script below php/, in lower case', most: 100},
    entry: record(
        {
            /** Where the page belongs; a course comes from a parameter of that name. `user` is whoever opens it. */
            at: wordOr(['system', 'user'], ['course'], 'parameter'),
            /** Capability that is asked for; null only where the script says who may open it and why. */
            needs: orNull(nameOf('anycapability')),
        },
        {
            /** What the page is opened with to try it; `{course}` and `{person}` stand for a course and somebody who takes part in it. */
            params: mapOf(text),
            /** A post that the page takes: the fields that differ from those of its own form, and the tables whose rows change then. */
            post: record({fields: mapOf(text), changes: listOf(text)}),
        },
    ),
});
