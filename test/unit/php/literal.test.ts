import {execFileSync} from 'node:child_process';
import {describe, expect, it} from 'vitest';
import {code, phpLiteral, phpString, type PhpValue} from '../../../build/php/literal.ts';

function asPhpReadsThem(values: readonly string[]): unknown {
    const script = `echo json_encode([${values.join(', ')}]);`;
    return JSON.parse(execFileSync('php', ['-r', script], {encoding: 'utf8'}));
}

describe('PHP literals', () => {
    it('read back in PHP as the text they were made from', () => {
        const texts = ["it's", '\\', '\\\\', "\\'", 'a\\b', '$x {$y}', 'two\nlines', '"\t$z"', 'é', '\x01', ''];
        expect(asPhpReadsThem(texts.map(phpString))).toEqual(texts);
    });

    it('read back in PHP as the data they were made from', () => {
        const data: PhpValue = {a: 1, b: [true, false, null], c: {d: ['x', {e: -1.5}]}};
        expect(asPhpReadsThem([phpLiteral(data)])).toEqual([data]);
    });

    it('stand one entry a line with a comma after the last', () => {
        expect(phpLiteral({captype: 'write', archetypes: {student: code('CAP_ALLOW')}})).toBe(
            "[\n    'captype' => 'write',\n    'archetypes' => [\n        'student' => CAP_ALLOW,\n    ],\n]",
        );
    });

    it('leave out what is undefined', () => {
        expect(phpLiteral({a: undefined, b: 1})).toBe("[\n    'b' => 1,\n]");
    });

    it('refuse a number that PHP cannot write', () => {
        expect(() => phpLiteral(Number.POSITIVE_INFINITY)).toThrow(RangeError);
    });
});
