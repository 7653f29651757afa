import type {Row} from '../table.ts';

/** What measure.php tells of a scene. */
export type Measured = {
    readonly seconds: number;
    readonly memory: number;
    readonly reads: number;
    readonly writes: number;
    readonly [more: string]: number;
};

export type Scene = {
    readonly name: string;
    readonly what: string;
    readonly bar?: string;
    readonly isMet?: (measured: Measured) => boolean;
    readonly note?: (measured: Measured) => string;
};

const queries = ({reads, writes}: Measured): number => reads + writes;

/** The bars were set for this many; they are held at every size. */
export const SCENES: readonly Scene[] = [
    {
        name: 'plan',
        what: 'planning from nothing',
        bar: '≤ 20 s, ≤ 400 queries',
        isMet: measured => measured.seconds <= 20 && queries(measured) <= 400,
        note: ({added}) => `${added} rows planned`,
    },
    {
        name: 'reconcile',
        what: 'nightly check',
        bar: '≤ 20 s, ≤ 400 queries',
        isMet: measured => measured.seconds <= 20 && queries(measured) <= 400 && measured['repaired'] === 0,
        note: ({repaired}) => `${repaired} repaired`,
    },
    {
        name: 'dryrun',
        what: 'dry run with a full trace',
        bar: '≤ 5 s, ≤ 200 queries',
        isMet: measured => measured.seconds <= 5 && queries(measured) <= 200,
        note: ({accepted, lines}) => `${accepted} accepted, ${lines} lines`,
    },
    {
        name: 'send',
        what: 'run with all that is due, no cap, by SMTP to a sink',
        bar: '≤ 1.2 × core, ≤ 3 queries a mail of ours',
        isMet: measured => ratioOf(measured) <= 1.2 && ownQueries(measured) <= 3,
        note: measured => `${measured['sent']} sent; core's own loop with the same mails ${(measured['bare'] ?? 0).toFixed(1)} s, ratio `
            + `${ratioOf(measured).toFixed(2)}; with mails of one sentence ${(measured['sentence'] ?? 0).toFixed(1)} s, ratio `
            + `${ratioOf(measured, 'sentence').toFixed(2)}; ${ownQueries(measured).toFixed(1)} queries a mail of ours`,
    },
    {
        name: 'nothing',
        what: 'run with nothing due',
        bar: '≤ 0.2 s, ≤ 10 queries',
        isMet: measured => measured.seconds <= 0.2 && queries(measured) <= 10 && measured['sent'] === 0,
    },
    {
        name: 'enrol',
        what: '500 learners enrolled at once, our share',
        bar: '≤ 1 s',
        isMet: measured => measured.seconds <= 1 && (measured['rows'] ?? 0) > 0,
        note: ({rows}) => `${rows} rows planned`,
    },
    {name: 'manager', what: 'block for a manager, 500 learners', bar: '≤ 3 queries', isMet: measured => queries(measured) <= 3},
    {name: 'learner', what: 'block for a learner', bar: '≤ 3 queries', isMet: measured => queries(measured) <= 3},
];

/** Two hundred courses of the same thousand people, against as many courses of people who are not the same. */
export const SHAPES: readonly Scene[] = [
    {name: 'different', what: 'judging 2,000 due, 500 different learners a course', note: ({accepted}) => `${accepted} accepted`},
    {
        name: 'same',
        what: 'judging 2,000 due, the same 1,000 people in 200 courses',
        bar: '≤ 3 s, ≤ 60 queries',
        isMet: measured => measured.seconds <= 3 && queries(measured) <= 60 && (measured['accepted'] ?? 0) === 2000,
        note: ({accepted}) => `${accepted} accepted`,
    },
];

export function rowOf(scene: Scene, size: number, measured: Measured): Row {
    const kinds = `${measured.reads.toLocaleString('en')} reads, ${measured.writes.toLocaleString('en')} writes`;
    return {
        what: `${size.toLocaleString('en')}: ${scene.what}`,
        seconds: measured.seconds,
        memory: measured.memory,
        queries: queries(measured),
        ...(scene.bar === undefined ? {} : {bar: scene.bar, met: scene.isMet?.(measured) ?? true}),
        note: [kinds, scene.note?.(measured) ?? ''].filter(part => part !== '').join('; '),
    };
}

/** Ours against core's loop over the same people in the same process, in turns. */
const ratioOf = (measured: Measured, loop: 'bare' | 'sentence' = 'bare'): number => measured.seconds / Math.max(measured[loop] ?? 0, 0.001);

const ownQueries = (measured: Measured): number => (queries(measured) - (measured['barequeries'] ?? 0)) / Math.max(measured['sent'] ?? 0, 1);
