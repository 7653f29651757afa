import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {noPair} from '../../build/diagnostics/harness.ts';
import type {DatabaseKind} from './database.ts';
import type {Places, SiteName} from './places.ts';
import {Refusal} from './refusal.ts';
import type {Tree} from './tree.ts';

/** What stands in a state folder. It is written last, so a folder without it is a half-made pair. */
export type PairRecord = {
    readonly trees: Readonly<Record<SiteName, Tree>>;
    readonly database: DatabaseKind;
    /** As `--php` named it; null for the machine's own. */
    readonly php: Readonly<Record<SiteName, string | null>>;
    /** The root of another Debian whose database server this is; null for the machine's own. */
    readonly databaseRoot: string | null;
    readonly sameIdentifier: boolean;
    /** The folder of the snapshot that a reset goes back to. */
    readonly snapshot: string;
};

/** What a pair has whose record does not say otherwise. */
const ORDINARY = {php: {client: null, server: null}, databaseRoot: null, sameIdentifier: false} as const;

export function readRecord(places: Places): PairRecord | null {
    const file = fileOf(places);
    return existsSync(file) ? {...ORDINARY, ...JSON.parse(readFileSync(file, 'utf8')) as Omit<PairRecord, keyof typeof ORDINARY>} : null;
}

export function needRecord(places: Places): PairRecord {
    const record = readRecord(places);
    if (record === null) {
        throw new Refusal(noPair(places.state));
    }
    return record;
}

export function writeRecord(places: Places, record: PairRecord): void {
    mkdirSync(places.state, {recursive: true});
    writeFileSync(fileOf(places), JSON.stringify(record, null, 2));
}

function fileOf(places: Places): string {
    return join(places.state, 'pair.json');
}
