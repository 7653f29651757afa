import {describe, expect, it} from 'vitest';
import {upgrade} from '../../../build/emit/upgrade.ts';
import {savepointFindings} from '../../moodle/checks/savepoints.ts';
import {modelLike} from '../write/pluginLike.ts';

const php = (...blocks: readonly string[]): string =>
    `<?php\nfunction xmldb_local_small_upgrade($oldversion): bool {\n${blocks.join('\n')}\n    return true;\n}\n`;
const block = (version: number, savepoint: number = version): string =>
    `    if ($oldversion < ${version}) {\n        upgrade_plugin_savepoint(true, ${savepoint}, 'local', 'small');\n    }\n`;
const said = (text: string): readonly string[] => savepointFindings(text, 'local_small', 2026112200).map(({message}) => message);

describe('the check of savepoints', () => {
    it('has nothing to say of steps in order, each with its own savepoint', () => {
        expect(said(php(block(2026112100), block(2026112200)))).toEqual([]);
    });

    it('finds a savepoint that is missing, of another version, twice, out of order or of the future', () => {
        expect(said(php(block(2026112100).replace(/upgrade_.*;/, '')))).toHaveLength(1);
        expect(said(php(block(2026112100, 2026112000)))).toHaveLength(1);
        expect(said(php(block(2026112100).replace(/( *upgrade_.*;)/, '$1\n$1')))).toHaveLength(1);
        expect(said(php(block(2026112200), block(2026112100)))).toHaveLength(1);
        expect(said(php(block(2026112300)))).toHaveLength(1);
    });

    it('finds a function of another name, and one that never says that it is done', () => {
        expect(said(php().replace('local_small', 'local_other'))).toHaveLength(1);
        expect(said(php().replace('    return true;\n', ''))).toHaveLength(1);
    });

    it('has nothing to say of what the build makes', () => {
        const made = upgrade(modelLike({component: 'local_small', version: 2026112200})).get('db/upgrade.php');
        expect(made === undefined ? [] : said(made)).toEqual([]);
    });
});
