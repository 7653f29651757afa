import {describe, expect, it} from 'vitest';
import {FormatChangesMeaning, formatPhp} from '../../../build/php/format.ts';
import {phpClass, phpScript} from '../../../build/php/header.ts';
import {parsePhp} from '../../../build/php/parse.ts';

const format = (body: string): Promise<string> => formatPhp(`<?php\n${body}\n`, 'a.php');

describe('the PHP formatter', () => {
    it('writes else if as two words', async () => {
        expect(await format('if ($a) { b(); } elseif ($c) { d(); }')).toContain('} else if ($c) {');
    });

    it('leaves the word elseif alone inside a string', async () => {
        expect(await format("if ($a) { b('elseif'); }")).toContain("b('elseif')");
    });

    it('puts brackets around what is required', async () => {
        expect(await format("require_once $CFG->libdir . '/x.php';")).toContain("require_once($CFG->libdir . '/x.php');");
    });

    it('leaves the docblock of a class next to it', async () => {
        const text = '<?php\n\nnamespace local_x;\n\n#[One(thing::class)]\n#[Two]\n/**\n * Doc.\n */\nfinal class thing_test\n{\n}\n';
        expect(await formatPhp(text, 'x.php')).toContain('\n#[One(thing::class)]\n#[Two]\n/**\n * Doc.\n */\nfinal class thing_test');
    });

    it('gives the brace that closes an empty class or constructor a line of its own', async () => {
        const empty = await formatPhp('<?php\nfinal class a extends b {}\nfinal class c {\n    public function __construct() {}\n}\n', 'a.php');
        expect(empty).toContain('final class a extends b {\n}\n');
        expect(empty).toContain('    public function __construct() {\n    }\n');
    });

    it('gives its own output back unchanged', async () => {
        const once = await format("if ($a) { require_once 'b.php'; } elseif ($c) { [$d, $e] = f(); }");
        expect(await formatPhp(once, 'a.php')).toBe(once);
    });

    it('refuses code whose meaning would change', async () => {
        await expect(format('$x = ($a ? $b : $c) ?: $d;')).rejects.toBeInstanceOf(FormatChangesMeaning);
    });

    it('keeps an array open that was written open', async () => {
        expect(await format("$a = [\n'b' => 1,\n];")).toContain("$a = [\n    'b' => 1,\n];");
    });
});

describe('the PHP parser', () => {
    it('says in which line a file is broken', () => {
        const found = parsePhp(new Map([['plugins/x/php/a.php', '<?php\n$a = ;\n'], ['plugins/x/php/b.txt', '<?php (']]));
        expect(found).toMatchObject([{code: 'php-syntax', file: 'plugins/x/php/a.php', line: 2}]);
    });
});

describe('the head of a PHP file', () => {
    const header = {component: 'local_x', source: 'plugins/local_x/manifest.ts', summary: 'Things of x.'};

    it('names the licence, the package and the source', () => {
        expect(phpScript(header, '$x = 1;')).toMatch(/GNU General Public License[^]*Made from plugins\/local_x\/manifest\.ts[^]*@package {4}local_x/);
    });

    it('guards a script where asked only', () => {
        expect(phpScript({...header, guard: true}, '$x = 1;')).toContain("defined('MOODLE_INTERNAL') || die();");
        expect(phpScript(header, '$x = 1;')).not.toContain('MOODLE_INTERNAL');
    });

    it('sorts the imports of a class and puts the docblock before the class', () => {
        const text = phpClass({...header, namespace: 'local_x\\task', uses: ['core\\b', 'core\\a', 'core\\b']}, 'final class y {\n}');
        expect(text).toMatch(/namespace local_x\\task;\n\nuse core\\a;\nuse core\\b;\n\n\/\*\*[^]*\*\/\nfinal class y/);
    });
});
