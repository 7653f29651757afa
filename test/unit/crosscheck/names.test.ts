import {describe, expect, it} from 'vitest';
import {foundIn, phpWith} from './foundIn.ts';

const service = {
    get_due: {doc: 'Due.', at: 'system', needs: 'view', kind: 'read', params: {limit: {kind: 'int'}}, returns: {kind: 'int'}, run: 'shown::get_due'},
} as const;

describe('the cross-check of names', () => {
    it('finds a misspelt capability wherever it goes', () => {
        expect(foundIn(phpWith("return some_check('local/small:veiw');"))).toEqual([
            "php/classes/local/tried.php:5 unknown-capability 'local/small:veiw': no such capability in the manifest's `capabilities`. Did you mean 'local/small:view'?",
        ]);
    });

    it('finds a capability that nobody checks', () => {
        const found = foundIn({}, {capabilities: {view: {at: 'course'}, edit: {at: 'course'}, addinstance: {at: 'block'}}});
        expect(found).toEqual([expect.stringContaining("unused-capability The capability 'local/small:edit'")]);
    });

    it('lets an alpha declare what nothing uses yet', () => {
        expect(foundIn({}, {maturity: 'alpha', capabilities: {view: {at: 'course'}, edit: {at: 'course'}, addinstance: {at: 'block'}}})).toEqual([]);
    });

    it('finds unknown settings, but lets a plugin keep a state of its own', () => {
        expect(foundIn(phpWith("return get_config('local_small', 'limt');"), {settings: {limit: {kind: 'int'}}})).toContainEqual(
            expect.stringMatching(/tried\.php:5 unknown-config .*'limit'/),
        );
        expect(foundIn(phpWith("set_config('lastrun', 1, 'local_small');\nreturn get_config('local_small', 'lastrun');"))).toEqual([]);
        expect(foundIn(phpWith("return get_config('core', 'anything');"))).toEqual([]);
    });

    it('finds templates that are not there or not rendered', () => {
        expect(foundIn(phpWith("return $value->render_from_template('local_small/lst', []);"))[0]).toContain('unknown-template');
        expect(foundIn({'templates/lost.mustache': '<p></p>'})).toEqual([expect.stringContaining('templates/lost.mustache:null unused-template')]);
        expect(foundIn({'templates/a.mustache': '{{> local_small/b }}', 'amd/x.ts': "Templates.render('local_small/a', {});"})[0]).toMatch(/a\.mustache:1 unknown-template/);
        expect(foundIn({'templates/a.mustache': '\n{{#open}}'})[0]).toMatch(/a\.mustache:2 broken-template .*Unclosed section "open"/);
    });

    it("accepts Moodle's template blocks and the parents of other plugins", () => {
        const template = '{{< core/modal }}{{$body}}x{{/body}}{{/ core/modal }}';
        expect(foundIn({'templates/a.mustache': template, 'amd/x.ts': "Templates.render('local_small/a', {});"})).toEqual([]);
    });

    it('finds browser modules and external functions that are not there', () => {
        expect(foundIn(phpWith("$value->js_call_amd('local_small/stup', 'init');"))[0]).toContain('unknown-module');
        expect(foundIn({...phpWith("$value->js_call_amd('local_small/setup', 'init');"), 'amd/setup.ts': ''})).toEqual([]);
        expect(foundIn({'amd/x.ts': "call('get_deu', {});\nAjax.call([{methodname: 'local_small_get_deu', args}]);"}, {services: service})
            .filter(line => line.includes('unknown-service'))).toHaveLength(2);
    });

    it('finds message providers and caches that are not there', () => {
        const message = "$message = new \\core\\message\\message();\n$message->component = 'local_small';\n$message->name = 'helo';";
        expect(foundIn(phpWith(message))).toEqual([expect.stringContaining('tried.php:7 unknown-message')]);
        expect(foundIn(phpWith("\\cache::make('local_small', 'counts');"))[0]).toContain('unknown-cache');
    });

    it('wants an event to have two words', () => {
        const events = {sent: {crud: 'c', level: 'other', at: 'system', says: 'x'}} as const;
        expect(foundIn({'rules/a.ts': "const x = 'event:sent';"}, {events, lang: {en: {'event:sent': 'x'}, fr: {}}})).toEqual([expect.stringContaining('event-name')]);
    });
});

describe('the cross-check of what is watched', () => {
    const heard = (parameter: string) => ({
        'php/classes/local/heard.php': `<?php\nnamespace local_small\\local;\nuse core\\event\\course_viewed;\nfinal class heard {\npublic static function it(${parameter} $event) {}\n}\n`,
    });
    const observing = (event: string) => ({observers: {[event]: 'heard::it'}} as const);

    it('finds an event or a hook that Moodle has not', () => {
        expect(foundIn(heard('\\core\\event\\base'), observing('core\\event\\course_veiwed'))[0]).toMatch(/unknown-event .*'core\\event\\course_veiwed'.*Did you mean 'core\\event\\course_viewed'/);
        expect(foundIn(heard('\\core\\event\\base'), observing('mod_quiz\\event\\attempt_begun'))[0]).toContain('unknown-event');
        expect(foundIn(heard('object'), {hooks: {'core\\hook\\nothing': {run: 'heard::it'}}}).join()).toContain('unknown-event');
    });

    it('leaves alone events of plugins that may come and go, and those of the plugin itself', () => {
        expect(foundIn(heard('\\core\\event\\base'), observing('mod_learningtimecheck\\event\\items_updated'))).toEqual([]);
        expect(foundIn(heard('\\core\\event\\base'), observing('local_small\\event\\thing_done'))).toEqual([]);
        expect(foundIn(heard('\\core\\event\\base'), observing('*'))).toEqual([]);
    });

    it('knows which release has what', () => {
        const viewed = observing('core\\event\\course_overview_viewed');
        const supporting = (from: '4.5' | '5.3', until: '5.0' | '5.3') => ({...viewed, moodle: {requires: from, supported: [from, until] as const}});
        expect(foundIn(heard('\\core\\event\\base'), supporting('4.5', '5.0'))).toEqual([expect.stringMatching(/unknown-event .* is in Moodle 5\.1, 5\.2 only/)]);
        expect(foundIn(heard('\\core\\event\\base'), supporting('4.5', '5.3'))).toEqual([]);
        expect(foundIn(heard('\\core\\event\\base'), supporting('5.3', '5.3'))).toEqual([]);
    });

    it('finds a method that takes another event than it is handed', () => {
        expect(foundIn(heard('course_viewed'), observing('core\\event\\course_deleted'))[0]).toMatch(
            /watched-type 'heard::it': it takes a \\core\\event\\course_viewed, and is handed a \\core\\event\\course_deleted/);
        expect(foundIn(heard('course_viewed'), observing('core\\event\\course_viewed'))).toEqual([]);
        expect(foundIn(heard('\\core\\event\\course_module_viewed'), observing('mod_forum\\event\\course_module_viewed'))).toEqual([]);
    });
});

describe('the cross-check of pages and services by their names', () => {
    it('finds an admin page that the tree has not', () => {
        const page = {adminpages: {overview: {path: 'index.php', needs: 'moodle/site:config'}}} as const;
        expect(foundIn({'php/index.php': "<?php admin_externalpage_setup('local_small_overveiw');"}, page).join()).toMatch(/unknown-admin-page .*Did you mean 'local_small_overview'/);
        expect(foundIn({'php/index.php': "<?php admin_externalpage_setup('local_small_overview');"}, page).join()).not.toContain('unknown-admin-page');
        expect(foundIn({'php/index.php': "<?php admin_externalpage_setup('reportsecurity');"}, page).join()).not.toContain('unknown-admin-page');
    });

    it('finds a web service that nobody declares', () => {
        const found = foundIn(phpWith("return $value->get_external_service_by_shortname('local_smal');"), {
            webservices: {local_small: {name: 'Small', functions: [], restricted: true, enabled: false}},
        });
        expect(found.join()).toMatch(/unknown-web-service .*Did you mean 'local_small'/);
    });
});

describe('the cross-check of what nobody names', () => {
    it.each([
        ['an event', {events: {thing_done: {crud: 'c', level: 'other', at: 'system', says: 'x'}}}, 'event:thing_done', 'thing_done::create([]);'],
        ['a message', {messages: {hello: {web: 'on', email: 'on'}}}, 'messageprovider:hello', "return 'hello';"],
        ['a cache', {caches: {counts: {mode: 'request'}}}, 'cachedef_counts', "return 'counts';"],
        ['a setting', {settings: {limit: {kind: 'int'}}}, 'setting:limit', 'return config::limit();'],
    ] as const)('finds %s, and not once something names it', (_what, declared, string, use) => {
        const lang = {lang: {en: {[string]: 'x', 'privacy:metadata:messages': 'x'}, fr: {}}};
        expect(foundIn({}, {...declared, ...lang}).filter(line => line.includes('unused-declaration'))).toHaveLength(1);
        expect(foundIn(phpWith(use), {...declared, ...lang}).filter(line => line.includes('unused-declaration'))).toEqual([]);
    });

    it('finds a column that no source reads or writes', () => {
        const fields = {id: {kind: 'id'}, userid: {kind: 'int'}, timedue: {kind: 'time'}, forgotten: {kind: 'int'}} as const;
        expect(foundIn({}, {tables: {due: {doc: 'Due.', fields, personal: null}}})).toEqual([expect.stringContaining("unused-column Nothing reads or writes the column 'forgotten'")]);
    });
});
