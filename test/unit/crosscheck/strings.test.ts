import {describe, expect, it} from 'vitest';
import {foundIn, languageWith, phpWith} from './foundIn.ts';

describe('the cross-check of strings', () => {
    it('finds nothing in a plugin that is in order', () => {
        expect(foundIn({})).toEqual([]);
    });

    it('finds a misspelt key in PHP, with its line and the likely key', () => {
        expect(foundIn(phpWith("return get_string('signal:frist', 'local_small');"))).toEqual([
            "php/classes/local/tried.php:5 unknown-string get_string('signal:frist', …): no such string in lang/en.ts. Did you mean 'signal:first'?",
        ]);
    });

    it('accepts a key that is known in part where a string fits, and refuses it where none does', () => {
        expect(foundIn(phpWith("return get_string('signal:' . $value, 'local_small');"))).toEqual([]);
        expect(foundIn(phpWith("return get_string(\"sginal:{$value}\", 'local_small');"))[0]).toContain("unknown-string get_string('sginal:…', …)");
    });

    it('reads every outcome of a choice and every value of a constant list', () => {
        expect(foundIn(phpWith("return get_string($value ? 'signal:first' : 'signal:none', 'local_small');"))).toHaveLength(1);
        const list = "private const SIGNALS = ['first', 'fast'];";
        const php = `<?php\nnamespace local_small\\local;\nfinal class tried {\n${list}\nfunction f() {\nforeach (self::SIGNALS as $signal) {\nget_string('signal:' . $signal, 'local_small');\n}\n}\n}\n`;
        expect(foundIn({'php/classes/local/tried.php': php})).toEqual([expect.stringMatching(/tried\.php:7 unknown-string .*'signal:fast'/)]);
    });

    it('leaves the strings of others alone', () => {
        expect(foundIn(phpWith("return get_string('nonsense', 'core') . get_string($value, 'local_small');"))).toEqual([]);
    });

    it('wants the help text beside the title of a help button', () => {
        expect(foundIn(phpWith("$value->addHelpButton('x', 'delay', 'local_small');"), languageWith('delay'))[0]).toContain("'delay_help'");
        expect(foundIn(phpWith("$value->addHelpButton('x', 'delay', 'local_small');"), languageWith('delay', 'delay_help'))).toEqual([]);
    });

    it('finds them in templates, in variables of a template, and in exceptions', () => {
        const template = '{{! #str nonsense, local_small }}\n<p>{{#str}}greting, local_small{{/str}}</p>{{#str}}signal:{{name}}, local_small{{/str}}';
        const sources = {'templates/shown.mustache': template, ...phpWith("echo $value->render_from_template('local_small/shown', []);")};
        expect(foundIn(sources, languageWith('greeting'))).toEqual([
            expect.stringContaining("lang/en.ts:null unused-string 'greeting'"),
            expect.stringMatching(/templates\/shown\.mustache:2 unknown-string .*Did you mean 'greeting'/),
        ]);
        expect(foundIn(phpWith("throw new \\moodle_exception('notfound', 'local_small');"))[0]).toContain('unknown-string moodle_exception');
    });

    it('finds them in browser code, through constants and requests', () => {
        const script = "const COMPONENT = 'local_small';\ngetString(`signal:${x}`, COMPONENT);\ngetStrings([{key: 'signal:frist', component: COMPONENT}]);\n";
        expect(foundIn({'amd/a.ts': script})).toEqual([expect.stringMatching(/amd\/a\.ts:3 unknown-string .*'signal:first'/)]);
    });

    it('finds a string that nobody asks for, and none whose name stands anywhere', () => {
        expect(foundIn({'lang/en.ts': "\n'orphan': 'x',\n"}, languageWith('orphan'))).toEqual([
            "lang/en.ts:2 unused-string 'orphan' is asked for nowhere. Remove it from lang/en.ts and lang/fr.ts, or use it.",
        ]);
        expect(foundIn({'rules/a.ts': "export const which = () => 'orphan';"}, languageWith('orphan'))).toEqual([]);
    });

    it('calls nothing unused while a file that may use it cannot be read', () => {
        const found = foundIn({'templates/a.mustache': '{{#str}}orphan, local_small'}, languageWith('orphan'));
        expect(found.filter(finding => finding.includes('unused'))).toEqual([]);
        expect(found[0]).toContain('broken-template');
    });
});
