import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {describe, expect, it} from 'vitest';
import {bundleFindings, moduleFindings} from '../../moodle/checks/browserCode.ts';

const BUNDLE = 'define("core/first",[],function(){});\ndefine("block_x/page",["exports"],function(e){});\n';

describe('the bundle of a site', () => {
    it('is sound where it unpacks, is JavaScript and holds our modules', () => {
        expect(bundleFindings('gzip', gzipSync(BUNDLE), ['block_x'])).toEqual([]);
        expect(bundleFindings('', Buffer.from(BUNDLE), ['block_x'])).toEqual([]);
    });

    it('is broken by a line in front of what is packed', () => {
        const [found = ''] = bundleFindings('gzip', Buffer.concat([Buffer.from('JS for x not found'), gzipSync(BUNDLE)]), ['block_x']);
        expect(found).toContain('"JS for x not found');
    });

    it('is broken by what is no JavaScript, and incomplete without our modules', () => {
        expect(bundleFindings('gzip', gzipSync(`<b>Notice</b>: x\n${BUNDLE}`), ['block_x'])[0]).toContain('no JavaScript');
        expect(bundleFindings('gzip', gzipSync(BUNDLE), ['block_y'])).toEqual(['core/first.js has no module of block_y']);
    });
});

describe('a built module', () => {
    it('must define itself under its own name', () => {
        const folder = mkdtempSync(join(tmpdir(), 'amd-'));
        mkdirSync(join(folder, 'local'));
        const put = (name: string, text: string): void => { writeFileSync(join(folder, name), text); };
        put('page.min.js', 'define("block_x/page",["exports"],(function(e){}));');
        put('local/mine.min.js', 'define("block_x/local/mine",[],(()=>0));');
        expect(moduleFindings(folder, 'block_x')).toEqual([]);
        put('types.min.js', '\n//# sourceMappingURL=types.min.js.map');
        put('wrong.min.js', 'define("block_x/other",[],(()=>0));');
        put('broken.min.js', 'define(');
        expect(moduleFindings(folder, 'block_x')).toEqual([
            expect.stringContaining('amd/build/broken.min.js defines nothing that runs (SyntaxError'),
            'amd/build/types.min.js defines nothing, not block_x/types',
            'amd/build/wrong.min.js defines block_x/other, not block_x/wrong',
        ]);
    });
});
