import {bool, mapOf, method, record, whole} from '../description.ts';
import {kind} from '../describedKinds.ts';
import {cron} from './cron.ts';
import {section, snake} from './section.ts';

export const tasks = section({
    what: 'task',
    names: snake(100),
    classes: true,
    string: 'task:',
    entry: record(
        {
            /** Five cron fields; `R` is Moodle's random minute or hour. */
            every: cron,
            run: method,
        },
        {disabled: bool},
    ),
});

export const adhoc = section({
    what: 'task',
    names: snake(100),
    classes: true,
    string: 'task:',
    entry: record({run: method}, {
        /** What travels in custom data. */
        data: mapOf(kind),
        concurrency: whole,
        attempts: whole,
    }),
});
