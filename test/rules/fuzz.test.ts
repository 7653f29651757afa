import {expect, test} from 'vitest';
import {holdTogether} from './fuzz/holdTogether.ts';
import {programOf} from './fuzz/program.ts';
import {shrink} from './fuzz/shrink.ts';

/**
 * Random programs within the subset answer the same as TypeScript, as the JavaScript that is shipped and as PHP.
 *
 * RULES_PROGRAMS=10000 RULES_SEED=1 npx vitest run test/rules/fuzz.test.ts looks at others; a failure says the program, made as
 * small as it goes, and the seed that makes it.
 */
const COUNT = Number(process.env['RULES_PROGRAMS'] ?? 300);
const SEED = Number(process.env['RULES_SEED'] ?? 20261121);
const INPUTS = 20;
const BATCH = Math.min(300, 2 * COUNT);

test(`${COUNT} random programs answer the same in TypeScript, as shipped JavaScript and as PHP`, {timeout: 600_000 + COUNT * 1000}, async () => {
    let [taken, made, calls] = [0, 0, 0];
    while (taken < COUNT) {
        const seeds = Array.from({length: BATCH}, (_none, index) => SEED + made + index);
        const programs = seeds.map(programOf);
        const outcome = await holdTogether(programs, INPUTS, SEED);
        const [first] = outcome.differences;
        if (first !== undefined) {
            const program = programs[first.program] ?? '';
            expect.fail(`Seed ${seeds[first.program]}, inputs ${SEED}: ${JSON.stringify(first, null, 1)}\n\n${await shrink(program, INPUTS, SEED)}\n\nmade of\n\n${program}`);
        }
        made += BATCH;
        taken += outcome.taken.length;
        calls += outcome.calls;
    }
    console.info(`${taken} of ${made} programs were taken, ${calls} calls answered the same in all three.`);
    // What the compiler refuses proves nothing.
    expect(taken / made).toBeGreaterThan(0.3);
});
