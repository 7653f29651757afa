import {describe, expect, it} from 'vitest';
import {sourceFindings} from '../../moodle/checks/sourceRules.ts';
import {styleFindings} from '../../moodle/checks/styleRules.ts';
import {templateFindings} from '../../moodle/checks/templateRules.ts';

const HEAD = `<?php
// GNU General Public License
/**
 * @package    local_x
 * @copyright  2026 Somebody
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
`;

const inSource = (code: string, path = 'classes/local/thing.php'): string[] =>
    sourceFindings(new Map([[path, `${HEAD}${code}`]]), 'local_x').map(({code: name, line, message}) => `${name} ${line ?? ''} ${message.split('`')[1] ?? message}`);

describe('A PHP file of a plugin', () => {
    it.each([
        ['$a = $_GET["x"];', '$_GET'],
        ['$a = unserialize($b);', 'unserialize('],
        ['var_dump($a);', 'var_dump('],
        ['$c = curl_init();', 'curl_init('],
        ['$p = required_param("a", PARAM_RAW);', 'PARAM_RAW'],
        ['$a = @file($b);', '@'],
        ['$sql = "SELECT GROUP_CONCAT(id) FROM {user}";', 'GROUP_CONCAT'],
    ])('may not hold %s', (code, found) => {
        expect(inSource(code)).toEqual([`source-forbidden 8 ${found}`]);
    });

    it('may speak of such things in comments and texts', () => {
        expect(inSource('// Never use $_GET here.\n$a = "unserialize(this)";')).toEqual([]);
    });

    it('must ask who is there when it is a page', () => {
        expect(inSource("require('../../config.php');\n$PAGE->set_url('/x');", 'view.php')).toEqual(['source-forbidden 1 view.php']);
        expect(inSource("require('../../config.php');\nrequire_login();\n$PAGE->set_url('/x');", 'view.php')).toEqual([]);
    });

    it('tells every PHPUnit what a test covers, and where its data comes from', () => {
        const doc = '/**\n * @covers \\local_x\\thing\n */\n';
        expect(inSource(`${doc}final class thing_test {}`, 'tests/thing_test.php')).toEqual(['source-forbidden 9 * @covers \\local_x\\thing']);
        const attribute = '#[\\PHPUnit\\Framework\\Attributes\\CoversClass(thing::class)]\n';
        expect(inSource(`${doc}${attribute}final class thing_test {}`, 'tests/thing_test.php')).toEqual([]);
        expect(inSource('/**\n * @dataProvider rows\n */\nfunction test_a() {}', 'tests/thing_test.php')).toEqual(['source-forbidden 9 * @dataProvider rows']);
    });

    it('names its licence, its copyright and its own plugin', () => {
        const found = sourceFindings(new Map([['version.php', '<?php\n// @package mod_other\n']]), 'local_x');
        expect(found.map(({message}) => message.replace(/^The head of the file lacks /, ''))).toEqual([
            'the GPL notice.', 'the @copyright tag.', 'the @license tag.', 'the right @package: mod_other is not local_x.',
        ]);
    });
});

describe('A template of a plugin', () => {
    const documented = '{{!\n    @template local_x/card\n\n    Example context (json):\n    {"name": "Sam"}\n}}\n';
    const inTemplate = (text: string): string[] => templateFindings(new Map([['templates/card.mustache', text]]), 'local_x').map(({message}) => message);

    it('is fine with its name and an example that is JSON', () => {
        expect(inTemplate(`${documented}<p style="height: {{height}}%">{{name}}</p>`)).toEqual([]);
    });

    it('is refused without them', () => {
        expect(inTemplate('<p>{{name}}</p>')).toHaveLength(2);
        expect(inTemplate(documented.replace('"Sam"', 'Sam'))).toHaveLength(1);
    });

    it('may hold text that is not escaped where a comment before it says who cleaned it', () => {
        expect(inTemplate(`${documented}<p>{{! Rendered by core. }}{{{chart}}}</p>`)).toEqual([]);
    });

    it.each(['{{{name}}}', '<a onclick="go()">', '<p style="color: red">'])('may not hold %s', text => {
        expect(inTemplate(documented + text)).toHaveLength(1);
    });
});

describe('The styles of a plugin', () => {
    const inStyles = (text: string): string[] => styleFindings(new Map([['styles.css', text]]), 'block', 'x_y').map(({message}) => message.split("'")[1] ?? '');

    it('may only reach its own markup, in every selector of a list', () => {
        expect(inStyles('.block_x_y a { color: red; }\n.block_x_y p, .card { margin: 0; }')).toEqual(['.card']);
    });

    it('may adapt to the screen and hold comments', () => {
        expect(inStyles('/* .card { } */\n@media (max-width: 400px) {\n    .block_x_y { margin: 0; }\n}')).toEqual([]);
    });
});
