import {describe, expect, it} from 'vitest';
import {access} from '../../../build/emit/access.ts';
import {composer} from '../../../build/emit/composer.ts';
import {config} from '../../../build/emit/config.ts';
import {installxml} from '../../../build/emit/installxml.ts';
import {lang} from '../../../build/emit/lang.ts';
import {settings} from '../../../build/emit/settings.ts';
import {version} from '../../../build/emit/version.ts';
import {bool, choice, id, int, nullable, ref, secret, text} from '../../../build/manifest/kinds.ts';
import type {PluginShape} from '../../../build/manifest/shape.ts';
import {modelLike} from '../write/pluginLike.ts';

const strings = (more: Readonly<Record<string, string>>): PluginShape['lang'] => ({en: more, fr: more});

describe('version.php', () => {
    it('requires the first build of a Moodle release, and names the branches', () => {
        const php = version(modelLike()).get('version.php');
        expect(php).toContain('$plugin->requires = 2024100700; // Moodle 4.5.');
        expect(php).toContain('$plugin->supported = [405, 503];');
    });

    it('names dependencies only where there are some', () => {
        expect(version(modelLike()).get('version.php')).not.toContain('dependencies');
        expect(version(modelLike({dependencies: {mod_forum: 2024100700}})).get('version.php')).toContain("'mod_forum' => 2024100700");
    });
});

describe('db/access.php', () => {
    const php = (capability: NonNullable<PluginShape['capabilities']>[string]): string =>
        access(modelLike({component: 'block_small', capabilities: {addinstance: capability}})).get('db/access.php') ?? '';

    it('names a capability after the plugin', () => {
        expect(php({at: 'block'})).toContain("'block/small:addinstance' => [");
    });

    it('adds risks up', () => {
        expect(php({at: 'block', risk: ['spam', 'xss']})).toContain("'riskbitmask' => RISK_SPAM | RISK_XSS");
    });

    it('allows and prevents by archetype, and copies where it is told to', () => {
        const told = php({at: 'course', allow: ['manager'], prevent: ['guest'], clone: 'moodle/site:manageblocks'});
        expect(told).toContain("'manager' => CAP_ALLOW");
        expect(told).toContain("'guest' => CAP_PREVENT");
        expect(told).toContain("'clonepermissionsfrom' => 'moodle/site:manageblocks'");
    });

    it('is not there without capabilities', () => {
        expect(access(modelLike()).size).toBe(0);
    });
});

describe('db/install.xml', () => {
    const xml = (table: Partial<NonNullable<PluginShape['tables']>[string]>): string => installxml(modelLike({
        tables: {box: {doc: 'Boxes & "lids"', fields: {id: id(), userid: ref('user')}, personal: null, ...table}},
    })).get('db/install.xml') ?? '';

    it('makes a foreign key of a reference', () => {
        expect(xml({})).toContain('<KEY NAME="userid" TYPE="foreign" FIELDS="userid" REFTABLE="user" REFFIELDS="id"/>');
    });

    it('makes one key, not a key and an index, of a reference that is unique', () => {
        const made = xml({unique: [['userid']]});
        expect(made).toContain('<KEY NAME="userid" TYPE="foreign-unique"');
        expect(made).not.toContain('<INDEX ');
    });

    it('refers to its own tables by their full name', () => {
        expect(xml({fields: {id: id(), parent: nullable(ref('box'))}})).toContain('REFTABLE="local_small_box"');
    });

    it('gives no empty text as a default, which XMLDB refuses', () => {
        expect(xml({fields: {id: id(), name: text(20, {default: ''})}})).toContain('<FIELD NAME="name" TYPE="char" LENGTH="20" NOTNULL="true" SEQUENCE="false"/>');
    });

    it('keeps XML whole', () => {
        expect(xml({})).toContain('COMMENT="Boxes &amp; &quot;lids&quot;"');
    });
});

describe('the language files', () => {
    it('are sorted by key and keep quotes', () => {
        const php = lang(modelLike({lang: strings({pluginname: "It's", 'a:b': 'x'})})).get('lang/fr/local_small.php') ?? '';
        expect(php.indexOf("$string['a:b']")).toBeLessThan(php.indexOf("$string['pluginname'] = 'It\\'s';"));
    });

    it('bring the messages of generated settings, unless the plugin words them itself', () => {
        const own = {pluginname: 'x', 'setting:most': 'Most', 'wholenumber:any': 'A whole number, please.'};
        const php = lang(modelLike({settings: {most: int()}, lang: strings(own)})).get('lang/en/local_small.php');
        expect(php).toContain("$string['wholenumber:between']");
        expect(php).toContain("$string['wholenumber:any'] = 'A whole number, please.';");
    });
});

describe('settings.php', () => {
    const page = (more: Partial<PluginShape>): string => settings(modelLike(more)).get('settings.php') ?? '';

    it('fills the page that Moodle makes for a block', () => {
        const php = page({component: 'block_small', settings: {on: bool()}});
        expect(php).toContain('if ($ADMIN->fulltree) {');
        expect(php).not.toContain('new admin_settingpage');
    });

    it('is a page of its own for a local plugin', () => {
        expect(page({settings: {on: bool()}})).toContain("$ADMIN->add('localplugins', $settings);");
    });

    it('shows numbers as they are and everything else by its string', () => {
        const php = page({settings: {hour: choice(['0', 'noon'], {default: '0'})}});
        expect(php).toContain("'0' => '0'");
        expect(php).toContain("'noon' => new lang_string('setting:hour:noon', 'local_small')");
    });

    it('shows a page to those who have its capability, not only to those who configure the site', () => {
        const php = page({adminpages: {list: {path: 'index.php', needs: 'manage'}}});
        expect(php).not.toContain('if ($hassiteconfig)');
        expect(php).toContain("'local/small:manage'");
        // Moodle makes the branch of local plugins for those alone.
        expect(php).toContain("$hassiteconfig ? 'localplugins' : 'modules'");
    });

    it('hangs pages that only those may open who configure the site among the local plugins', () => {
        const php = page({adminpages: {list: {path: 'index.php', needs: 'moodle/site:config'}}});
        expect(php).toContain("$ADMIN->add('localplugins'");
    });
});

describe('the typed config', () => {
    it('knows the default before anything was saved', () => {
        const php = config(modelLike({settings: {most: int({default: 7})}})).get('classes/local/config.php');
        expect(php).toMatch(/function most\(\): int \{\s+return \(int\) self::read\('most', 7\);/);
    });

    it('decrypts secrets, and has no code for it without one', () => {
        expect(config(modelLike({settings: {token: secret()}})).get('classes/local/config.php')).toContain('encryption::decrypt');
        expect(config(modelLike({settings: {on: bool()}})).get('classes/local/config.php')).not.toContain('encryption');
    });
});

describe('composer.json', () => {
    it('puts the plugin where Moodle looks for it', () => {
        expect(JSON.parse(composer(modelLike()).get('composer.json') ?? '')).toMatchObject({type: 'moodle-local', extra: {'installer-name': 'small'}});
    });
});
