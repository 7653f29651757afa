import {bool, mapOf, method, nameOf, oneOf, record, text, whole} from '../description.ts';
import {kind} from '../describedKinds.ts';
import {level} from './capabilities.ts';
import {section, snake} from './section.ts';

export const events = section({
    what: 'event',
    names: snake(100),
    classes: true,
    string: 'event:',
    entry: record(
        {
            crud: oneOf('c', 'r', 'u', 'd'),
            level: oneOf('teaching', 'participating', 'other'),
            at: level,
            /** What the log says, in English as Moodle's logs do: {userid}, {relateduserid}, {courseid}, {objectid} and {other.x} are filled in. */
            says: text,
        },
        {
            table: nameOf('table'),
            relateduser: bool,
            other: mapOf(kind),
            /** Page of the plugin, with the same placeholders. */
            url: text,
        },
    ),
});

/** Event class without the leading backslash → method that gets the event. */
export const observers = section({what: 'observer', names: null, entry: method});

/**
 * Hook class without the leading backslash → method that gets the hook. Core's own plugins answer with 100: who has a higher priority
 * is asked before them, and may change what they find.
 */
export const hooks = section({what: 'hook', names: null, entry: record({run: method}, {priority: whole})});

/** Callbacks for which Moodle has no hook: `<component>_<name>` in lib.php hands its arguments to the method. */
export const callbacks = section({what: 'callback', names: null, entry: record({params: text, returns: text, run: method})});
