import {expect, test} from 'vitest';
import {parsedGenerated} from '../../../build/write/parsedGenerated.ts';

const made = (text: string, by: string) => ({bytes: Buffer.from(text), from: 'plugins/x/rules/a.ts', by});

test('finds what would be no PHP in any file that the build made, before anything is written', async () => {
    const broken = "<?php\nfunction f() {\n    // Ends ?> here.\n    return 1;\n}\n";
    const files = new Map([['classes/a.php', made(broken, 'rules')], ['b.php', made('<?php\n', 'version')], ['c.js', made('(', 'amd')]]);
    expect(await parsedGenerated(files)).toMatchObject([{code: 'broken-php-made', file: 'plugins/x/rules/a.ts', message: expect.stringContaining('classes/a.php:') as string}]);
    files.delete('classes/a.php');
    expect(await parsedGenerated(files)).toEqual([]);
});
