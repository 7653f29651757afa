import {existsSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {unknownBench} from '../../build/diagnostics/checks.ts';
import {formatDiagnostic} from '../../build/diagnostics/diagnostic.ts';
import {formatTable, type Table} from './table.ts';

/** `npm run bench [-- name...]`: one table for each bench; exits with 1 where a bar was not met. */
const here = import.meta.dirname;
const known = readdirSync(here).filter(name => existsSync(join(here, name, 'bench.ts'))).sort();
const wanted = process.argv.slice(2);
for (const name of wanted.filter(one => !known.includes(one))) {
    console.error(formatDiagnostic(unknownBench(name, known)));
    process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : known) {
    const {bench} = await import(`./${name}/bench.ts`) as {bench: () => Promise<Table>};
    const table = await bench();
    console.log(`${formatTable(table)}\n`);
    if (table.rows.some(row => row.met === false)) {
        process.exitCode = 1;
    }
}
