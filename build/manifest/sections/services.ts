import {bool, listOf, mapOf, method, nameOf, oneOf, orNull, record, text, wordOr} from '../description.ts';
import {kind, kindOrRecord} from '../describedKinds.ts';
import {section, snake} from './section.ts';

export const services = section({
    what: 'external function',
    names: snake(100),
    classes: true,
    entry: record(
        {
            doc: text,
            /** The context that is validated, and where it comes from: a parameter of that name. `user` is the caller's own. */
            at: wordOr(['system', 'user'], ['course', 'module', 'block'], 'parameter'),
            /** Capability, of the plugin or of core, that the caller must have; null only where the doc says who may call it and why. */
            needs: orNull(nameOf('anycapability')),
            kind: oneOf('read', 'write'),
            params: mapOf(kind),
            returns: kindOrRecord,
            run: method,
        },
        {
            /** Callable from the browser; false for web service clients only. */
            ajax: bool,
            loginrequired: bool,
        },
    ),
});

/** A ready-made web service that an admin finds after installation. Never rename one: Moodle deletes it and its tokens. */
export const webservices = section({
    what: 'web service',
    names: {pattern: /^[a-zA-Z][a-zA-Z0-9_.-]*$/, says: 'letters, digits and _ . -, a letter first', most: 255},
    entry: record(
        {
            name: text,
            /** Own functions by their short name, core's by their full one. */
            functions: listOf(nameOf('externalfunction')),
            restricted: bool,
            enabled: bool,
        },
        {download: bool, upload: bool},
    ),
});
