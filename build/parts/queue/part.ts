import {int, longtext, nullable, text, time} from '../../manifest/kinds.ts';
import type {Part, Piece} from '../part.ts';

export type QueueOptions = {
    /** The plugin's own table whose rows are worked on; `queued` is among its columns. */
    readonly table: string;
    /** The states in which nothing more happens by itself; `failed` is one of them. */
    readonly ended: readonly string[];
    /** The column that is not null as long as what has ended has left something to clear. */
    readonly left: string;
    /** The plugin's own scheduled task that calls `queue\\handing`: its hours are those in which work is done. */
    readonly round: string;
    /** Class below php/classes/local, as in `request/course_way`, that implements `local\\queue\\way`: what is done in which state. */
    readonly way: string;
};

/** The sections are given by name, so that a plugin's own names are held against no others than its own. */
type QueuePart = {
    readonly name: 'queue';
    readonly piece: {readonly adhoc: typeof ADHOC; readonly checks: typeof CHECKS};
    readonly given: NonNullable<Part['given']>;
};

/** What the queue keeps of a row. The plugin says in which state one begins, by writing it. */
export const queued = {
    state: text(12, {default: 'scheduled'}),
    reason: nullable(text(40, {doc: 'Why it failed or waits, by a name that the languages know.'})),
    detail: nullable(text(255, {doc: 'What belongs to the reason, such as versions or names; never text of the other site.'})),
    tries: int({default: 0}),
    timenext: time({default: 0, doc: 'When it may go on.'}),
    worker: nullable(text(40, {doc: 'The process that works on it.'})),
    heartbeat: int({default: 0}),
    share: int({default: 0, doc: 'Percent of the present state that is done.'}),
    story: nullable(longtext({doc: 'When it came to which state, on both sides, as JSON.'})),
    timecreated: time(),
    timechanged: time(),
    timeended: nullable(time()),
} as const;

const ADHOC = {
    work_task: {run: 'queue/worker::run_task', data: {row: int()}, attempts: 1},
} as const satisfies NonNullable<Piece['adhoc']>;

const CHECKS = {
    queue: {group: 'status', run: 'queue/queue_check::result'},
} as const satisfies NonNullable<Piece['checks']>;

/**
 * Work that takes long: rows of a table of the plugin, one ad hoc task each and as many side by side as there are places; a heartbeat
 * and a lock by which dead workers are found and gone on after; tries, timeline and a status check.
 */
export function queue({table, ended, left, round, way}: QueueOptions): QueuePart {
    return {
        name: 'queue',
        piece: {adhoc: ADHOC, checks: CHECKS},
        given: {
            'php/classes/local/queue/blueprint.php': {
                TABLE: `part_queue_${table}`,
                ENDED: ended,
                LEFT: left,
                ROUND: `part_queue\\task\\${round}`,
                WAY: `part_queue\\local\\${way.replaceAll('/', '\\')}`,
            },
        },
    };
}
