import {crossCheck} from '../../../build/crosscheck/crossCheck.ts';
import {modelOf} from '../../../build/manifest/model.ts';
import type {PluginShape} from '../../../build/manifest/shape.ts';

const STRINGS = {pluginname: 'Small', 'small:view': 'View', 'signal:first': 'First', 'signal:last': 'Last'};

/** A plugin in which everything that is declared is used, so that a finding is the test's own. */
const SPEC: PluginShape = {
    component: 'local_small',
    release: '1.0.0',
    version: 2026112100,
    maturity: 'stable',
    moodle: {requires: '4.5', supported: ['4.5', '5.3']},
    lang: {en: STRINGS, fr: STRINGS},
    capabilities: {view: {at: 'course', type: 'read'}},
    tables: {due: {doc: 'Due.', fields: {id: {kind: 'id'}, userid: {kind: 'int'}, timedue: {kind: 'time'}}, personal: null}},
};

const SOURCES: Readonly<Record<string, string>> = {
    'manifest.ts': 'export default {};\n',
    'lang/en.ts': Object.keys(STRINGS).map(key => `'${key}': 'x',`).join('\n'),
    'php/classes/local/shown.php': `<?php
        namespace local_small\\local;
        final class shown {
            public static function all($signal, $context) {
                require_capability('local/small:view', $context);
                self::read(['userid' => $context->id], 'timedue');
                return get_string('signal:' . $signal, 'local_small') . get_string('privacy:metadata', 'local_small');
            }
        }`,
};

const REASON = {'privacy:metadata': 'Nothing is kept.'};

/** What the cross-check finds in that plugin with these sources and declarations added, as `path:line code message`. */
export function foundIn(sources: Readonly<Record<string, string>>, declared: Partial<PluginShape> = {}): readonly string[] {
    const lang = declared.lang?.en ?? {};
    const spec = {...SPEC, ...declared, lang: {en: {...STRINGS, ...REASON, ...lang}, fr: {}}};
    const found = crossCheck(modelOf(spec), new Map(Object.entries({...SOURCES, ...sources})));
    return found.map(({file, line, code, message}) => `${file?.replace('plugins/local_small/', '')}:${line} ${code} ${message}`);
}

/** A class of the plugin whose one method holds these statements; they start on line 5. */
export const phpWith = (statements: string): Readonly<Record<string, string>> => ({
    'php/classes/local/tried.php': `<?php\nnamespace local_small\\local;\nfinal class tried {\npublic static function run($DB, $value, $context) {\n${statements}\n}\n}\n`,
});

export const languageWith = (...keys: readonly string[]) => {
    const en = Object.fromEntries(keys.map(key => [key, key]));
    return {lang: {en, fr: en}};
};
