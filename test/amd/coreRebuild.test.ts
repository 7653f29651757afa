import {describe, expect, test} from 'vitest';
import {coreRebuild} from './coreRebuild.ts';
import {moodleTrees} from './moodleTrees.ts';

const [tree] = moodleTrees();

describe.skipIf(tree === undefined)('with a Moodle tree at hand (else skipped: set MOODLE_DIR)', () => {
    test("every ES module of core's lib/amd comes out with the bytes Moodle ships", async () => {
        const {total, differing} = await coreRebuild(tree?.web ?? '');
        expect(differing).toEqual([]);
        expect(total).toBeGreaterThan(90);
    });
});
