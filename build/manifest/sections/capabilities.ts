import {listOf, oneOf, record, text} from '../description.ts';
import {section, snake} from './section.ts';

export const level = oneOf('system', 'user', 'coursecat', 'course', 'module', 'block');
const archetypes = listOf(oneOf('manager', 'coursecreator', 'editingteacher', 'teacher', 'student', 'guest', 'user', 'frontpage'));

export const capabilities = section({
    what: 'capability',
    names: snake(100),
    string: '{plugin}:',
    entry: record({at: level}, {
        type: oneOf('read', 'write'),
        allow: archetypes,
        prevent: archetypes,
        risk: listOf(oneOf('spam', 'personal', 'xss', 'config', 'managetrust', 'dataloss')),
        /** A core capability whose assignments are copied at installation. */
        clone: text,
    }),
});
