import {unzipSync} from 'fflate';
import {describe, expect, it} from 'vitest';
import {zip, zipName} from '../../../build/write/zip.ts';
import {builtLike} from './pluginLike.ts';

describe('a plugin zip', () => {
    it('has one top folder, named as Moodle names the folder of the plugin', () => {
        const block = builtLike({'version.php': 'a', 'db/access.php': 'b'}, {component: 'block_course_notification'});
        expect(Object.keys(unzipSync(zip(block)))).toEqual(['course_notification/db/access.php', 'course_notification/version.php']);
    });

    it('is the same bytes in whatever order the files came', () => {
        const one = zip(builtLike({'a.php': '1', 'b.php': '2'}));
        const other = zip(builtLike({'b.php': '2', 'a.php': '1'}));
        expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
    });

    it('says its release in its name', () => {
        expect(zipName(builtLike({}))).toBe('local_small-1.0.0.zip');
    });

    it('is readable by everybody who unpacks it', () => {
        const bytes = Buffer.from(zip(builtLike({'a.php': '1'})));
        const central = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
        expect(bytes.readUInt32LE(central + 38) >>> 16).toBe(0o100644);
    });
});
