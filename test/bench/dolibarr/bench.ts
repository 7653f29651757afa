import type {Pair} from '../../moodle/pair.ts';
import {DATABASE, onFreshPair} from '../freshPair.ts';
import {machine} from '../suite/measure.ts';
import type {Row, Table} from '../table.ts';
import {deliveries} from './deliveries.ts';
import {observers, recounts} from './scenes.ts';

/** The link to Dolibarr against its bars: what observers add to a page, what counting the hours of a course costs, how fast messages leave. */
export async function bench(): Promise<Table> {
    return {title: `Dolibarr on ${DATABASE} (${machine()})`, rows: await onFreshPair('local_dolibarr', rowsOf)};
}

const rowsOf = async (pair: Pair): Promise<Row[]> => [...await observers(pair), ...await recounts(pair), ...await deliveries(pair)];
