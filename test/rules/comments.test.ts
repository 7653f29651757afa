import {expect, test} from 'vitest';
import {parsePhp} from '../../build/php/parse.ts';
import {compileText} from './compileText.ts';

test.each([
    ['the end of PHP', '// Even ?> is a comment'],
    ['the end of PHP over lines', '/* First\n * <?php ?> second */'],
    ['line ends of every kind', '/* One\rreturn 2;\u2028return 3; */'],
    ['the end of a comment', '// It ends */ here /* and there'],
])('a comment that holds %s stays a comment', (_what, comment) => {
    const source = `/** A ?> sentence. */\nexport function f(): number {\n    ${comment}\n    return 1;\n}\n`;
    const {files, problems} = compileText({'sample.ts': source});
    expect(problems).toEqual([]);
    const [text = ''] = files.values();
    expect(parsePhp(files)).toEqual([]);
    const body = text.slice(text.indexOf('function f'));
    expect(body.split(/\r\n?|\n/).filter(line => !line.trim().startsWith('//')).map(line => line.trim())).toEqual(['function f(): int {', 'return 1;', '}', '}', '']);
});
