import {duration, id, int, longtext, nullable, ref, text, time} from '../../manifest/kinds.ts';
import type {Piece} from '../part.ts';

export type OutboxOptions = {
    /** Class below php/classes/local, as in 'feed/connector', that implements `local\outbox\connector`: where messages go, and how. */
    readonly connector: string;
    /** What must arrive in order: messages with the same of these go one after the other. */
    readonly order?: readonly ('userid' | 'courseid' | 'itemid')[];
    /** How many messages of one order go in a single delivery. */
    readonly batch?: number;
    /** Drains at once; messages that go side by side within one. */
    readonly concurrent?: number;
};

/** The sections are given by name, so that a plugin's own names are held against no others than its own. */
type OutboxPart = {
    readonly name: 'outbox';
    readonly piece: Piece;
    readonly given: {readonly [file: string]: {readonly [constant: string]: string | number | readonly string[]}};
};

const DAY = 86400;

/**
 * Messages that must arrive: written with the event, sent in order by a task, tried again, and kept as a trace. A newer state of the same
 * thing takes the place of one that has not left.
 */
export function outbox({connector, order = ['userid', 'courseid'], batch = 1, concurrent = 8}: OutboxOptions): OutboxPart {
    return {
        name: 'outbox',
        piece: {
            capabilities: {trace: {type: 'write', at: 'system', risk: ['personal'], allow: ['manager']}},
            tables: {message: MESSAGE, line: LINE},
            tasks: {
                drain_task: {every: '* * * * *', run: 'outbox/drain::run_task'},
                clearing_task: {every: 'R 3 * * *', run: 'outbox/clearing::run_task'},
            },
            reports: {messages: MESSAGES},
            adminpages: {
                feed: {path: 'feed.php', needs: 'trace'},
                messages: {path: 'messages.php', needs: 'trace'},
            },
            pages: {
                'message.php': {at: 'system', needs: 'trace', params: {id: '1'}},
                'resend.php': {at: 'system', needs: 'trace', params: {ids: '1'}, post: {fields: {}, changes: ['message']}},
            },
            checks: {feed: {group: 'status', run: 'outbox/feed_check::result'}},
            messages: {blocked: {web: 'on', email: 'on', needs: 'moodle/site:config'}},
            settings: {
                alertafter: duration({default: 6 * 3600, min: 600}),
                retention: duration({default: 730 * DAY, min: 30 * DAY}),
            },
        },
        given: {
            'php/classes/local/outbox/blueprint.php': {
                CONNECTOR: `part_outbox\\local\\${connector.replaceAll('/', '\\')}`,
                ORDER: order,
                BATCH: batch,
                CONCURRENT: concurrent,
            },
        },
    };
}

const MESSAGE: NonNullable<Piece['tables']>[string] = {
    doc: 'What is to be told to others, what was told, and what they said.',
    fields: {
        id: id(),
        destination: text(40, {doc: 'To whom.'}),
        kind: text(40, {doc: 'What it tells of.'}),
        userid: ref('user', {default: 0}),
        courseid: ref('course', {default: 0}),
        itemid: int({default: 0, doc: 'What belongs to the kind: an activity, a group.'}),
        about: text(100, {doc: 'Kind and ids as one: the same thing has the same.'}),
        sequence: text(80, {doc: 'Messages with the same go one after the other.'}),
        data: longtext({doc: 'The state that is told, as JSON.'}),
        uid: text(40, {doc: 'Its identity for the other side: however often it is sent, it is one message.'}),
        state: text(10, {default: 'waiting', doc: 'waiting, sending, sent, held, dead, replaced.'}),
        reason: nullable(text(40, {doc: 'Why it waits, is held or was given up, by a name that the languages know.'})),
        detail: nullable(text(255)),
        tries: int({default: 0}),
        refusals: int({default: 0}),
        timenext: time({default: 0, doc: 'When it may go.'}),
        claims: int({default: 0, doc: 'How often it may have left: after the first time the other side may know it.'}),
        worker: nullable(text(40, {doc: 'The process that is sending it.'})),
        lease: int({default: 0, doc: 'Until when that process is taken to be alive.'}),
        status: int({default: 0, doc: 'Of HTTP, of the last answer.'}),
        request: nullable(longtext({doc: 'The last request without its headers.'})),
        answer: nullable(longtext()),
        timecreated: time(),
        timeended: nullable(time()),
    },
    unique: [['uid']],
    index: [['destination', 'state', 'timenext'], ['destination', 'sequence', 'state'], ['about', 'destination'], ['timeended'], ['state', 'timecreated']],
    personal: {
        user: 'userid',
        context: {course: 'courseid'},
        about: 'privacy:message',
        columns: ['userid', 'destination', 'kind', 'data', 'state', 'request', 'answer', 'timecreated', 'timeended'],
    },
};

const LINE: NonNullable<Piece['tables']>[string] = {
    doc: 'How the line to each destination does.',
    fields: {
        id: id(),
        destination: text(40),
        fingerprint: text(40, {doc: 'Of address and key: with others, the line is tried anew.'}),
        stopped: int({default: 0, doc: 'When nobody was let in any more.'}),
        reason: nullable(text(40)),
        failures: int({default: 0}),
        pauses: int({default: 0}),
        until: time({default: 0, doc: 'When it has rested.'}),
        timesuccess: time({default: 0}),
        timetold: time({default: 0, doc: 'When the administrators heard of the trouble that lasts.'}),
    },
    unique: [['destination']],
    personal: null,
};

const MESSAGES: NonNullable<Piece['reports']>[string] = {
    doc: 'What was told, waits or was given up.',
    from: 'message',
    at: 'system',
    needs: 'trace',
    join: {user: 'userid', course: 'courseid'},
    columns: {
        timecreated: {field: 'timecreated', as: 'time'},
        kind: {field: 'kind', as: {strings: 'kind'}},
        destination: {field: 'destination', as: {format: 'outbox/report_rows::destination'}, filter: 'select', options: 'outbox/report_rows::destinations'},
        state: {field: 'state', as: {strings: 'outbox:state'}},
        reason: {field: 'reason', as: {format: 'outbox/report_rows::reason'}, sortable: false, filter: 'none'},
        tries: {field: 'tries', as: 'int', filter: 'none'},
        timeended: {field: 'timeended', as: 'time'},
    },
    sort: {column: 'timecreated', descending: true},
    actions: 'outbox/report_rows::add_actions',
    ticks: 'outbox/report_rows::tick',
    download: true,
};
