import {describe, expect, it} from 'vitest';
import {definePlugin} from '../../../build/manifest/definePlugin.ts';
import {bool, id} from '../../../build/manifest/kinds.ts';
import {modelOf} from '../../../build/manifest/model.ts';
import {lifecycle} from '../../../build/emit/lifecycle.ts';
import {givenConstants} from '../../../build/parts/givenConstants.ts';
import {partSources, stampedFiles} from '../../../build/parts/partSources.ts';
import {service} from '../../../build/parts/service/part.ts';
import {withParts} from '../../../build/parts/withParts.ts';

const part = service({
    name: 'erp',
    title: 'For the ERP',
    functions: ['ping', 'core_user_create_users'],
    capabilities: ['call', 'moodle/user:create'],
    assigns: ['student'],
    role: 'earlier_ws',
    page: 'server',
    command: 'install_server',
    handover: '{url},{token}',
});
const texts = {pluginname: 'Small', 'privacy:metadata': 'x', 'small:call': 'x', 'report:things': 'x', 'report:things:ison': 'x'};
const spec = definePlugin({
    component: 'block_small',
    release: '1.0.0',
    version: 2026112100,
    maturity: 'stable',
    moodle: {requires: '4.5', supported: ['4.5', '5.3']},
    lang: {en: texts, fr: texts},
    parts: {service: part, shelf: {name: 'shelf', piece: {tables: {thing: {doc: 'Things.', fields: {id: id(), ison: bool()}, personal: null}}}}},
    // Of a table that a part brings: without the types of parts, this would not compile.
    reports: {things: {doc: 'Things.', from: 'thing', at: 'system', needs: 'call', columns: {ison: {field: 'ison', as: 'bool'}}, sort: {column: 'ison'}}},
    capabilities: {call: {at: 'system'}},
    lifecycle: {uninstall: 'own::uninstall'},
});
const sources = await partSources([part]);
const files = stampedFiles(sources, spec.component);

describe('the part for a web service', () => {
    it('gives its PHP the options, under the names that Moodle knows', () => {
        const blueprint = files.get('php/classes/local/service/blueprint.php')?.text ?? '';
        for (const line of [
            "SERVICE = 'erp';", "'block_small_ping',", "'core_user_create_users',", "'webservice/rest:use',", "'block/small:call',", "'moodle/user:create',",
            "ROLE = 'earlier_ws';", "USER = 'erp';", "PAGE = 'block_small_server';", "COMMAND = 'cli/install_server.php';", "LINE = '{url},{token}';",
        ]) {
            expect(blueprint).toContain(line);
        }
    });

    it('names its page and its command as the plugin wants, and knows where the plugin stands in Moodle', () => {
        expect([...files.keys()]).toEqual(expect.arrayContaining(['php/server.php', 'php/cli/install_server.php']));
        expect([...files.keys()]).not.toContain('php/setup.php');
        expect(files.get('php/classes/local/service/cli_command.php')?.text).toContain("'/blocks/small/'");
        const {spec: whole, findings} = withParts(spec, [part], sources);
        expect(findings).toEqual([]);
        expect(whole.lang.en['adminpage:server']).toBe('Set up the web service');
        expect(whole.adminpages).toEqual({server: {path: 'server.php', needs: 'moodle/site:config'}});
        expect(whole.webservices?.['erp']?.functions).toEqual(['ping', 'core_user_create_users']);
    });

    it('cleans up before the plugin does', () => {
        const made = lifecycle(modelOf(spec)).get('db/uninstall.php') ?? '';
        expect(made.match(/\\block_small.*\(\);/g)).toEqual(['\\block_small\\local\\service\\removal::uninstall();', '\\block_small\\local\\own::uninstall();']);
    });

    it('says so when a constant it is to give is not there', () => {
        expect(() => givenConstants('<?php class a { const B = 1; }', {C: 2})).toThrow('The part has no constant C.');
        expect(givenConstants('<?php class a { const B = 1, C = [2]; }', {C: 'x', B: null})).toBe("<?php class a { const B = null, C = 'x'; }");
    });
});
