import {describe, expect, it} from 'vitest';
import {modelOf} from '../../../build/manifest/model.ts';
import {checkModel} from '../../../build/manifest/checks/checkModel.ts';
import type {PluginShape} from '../../../build/manifest/shape.ts';
import type {Part} from '../../../build/parts/part.ts';
import {observed} from '../../../build/parts/observed/part.ts';
import {partSources, stamped, stampedFiles} from '../../../build/parts/partSources.ts';
import {partsOf} from '../../../build/parts/partsOf.ts';
import {withParts} from '../../../build/parts/withParts.ts';

const spec: PluginShape = {
    component: 'local_small',
    release: '1.0.0',
    version: 2026112100,
    maturity: 'stable',
    moodle: {requires: '4.5', supported: ['4.5', '5.3']},
    lang: {en: {pluginname: 'Small', 'privacy:metadata': 'x'}, fr: {pluginname: 'Petit', 'privacy:metadata': 'x'}},
    observers: {'core\\event\\course_deleted': 'observed::gone'},
};
const sources = await partSources([observed]);

describe('a part', () => {
    it('comes with whatever needs it, and with nothing else', () => {
        expect(partsOf(spec)).toEqual([observed]);
        expect(partsOf({...spec, observers: {}})).toEqual([]);
    });

    it('brings those that it needs itself, each once', () => {
        const named = (name: string, ...needs: Part[]): Part => ({name, piece: {}, with: needs});
        const third = named('third');
        const asked = {...spec, observers: {}, parts: {first: named('first', third), second: named('second', third)}};
        expect(partsOf(asked).map(({name}) => name)).toEqual(['first', 'second', 'third']);
    });

    it('brings what it says, its strings in both languages among it, so that nothing is missing', () => {
        const {spec: whole, findings} = withParts(spec, [observed], sources);
        expect(findings).toEqual([]);
        expect(checkModel(modelOf(whole))).toEqual([]);
        expect(Object.keys(whole.checks ?? {})).toEqual(['observers']);
    });

    it('lets the plugin word its strings differently', () => {
        const own = {...spec, lang: {en: {...spec.lang.en, 'check:observers': 'Ears'}, fr: {...spec.lang.fr, 'check:observers': 'Oreilles'}}};
        expect(withParts(own, [observed], sources).spec.lang.fr['check:observers']).toBe('Oreilles');
    });

    it('and the plugin may not both declare a name: the message names both', () => {
        const own = {...spec, checks: {observers: {group: 'status', run: 'mine::result'}}} as const;
        const said = withParts(own, [observed], sources).findings.map(({path, say}) => [path.join('.'), say({file: 'manifest.ts', line: 3}).message]);
        expect(said).toEqual([['checks.observers', "checks.observers is said by the part 'observed' already (build/parts/observed/part.ts). Choose another name."]]);
    });

    it('is stamped under the name of the plugin, wherever its own name stands', () => {
        expect(stamped("namespace part_x\\local; has('part/x:see'); // {part_x_item} part_xy", 'x', 'tool_small_one')).toBe(
            "namespace tool_small_one\\local; has('tool/small_one:see'); // {tool_small_one_item} part_xy",
        );
        const files = [...stampedFiles(sources, 'local_small')];
        expect(files.map(([path]) => path)).toContain('php/classes/local/observer_failures.php');
        expect(files.filter(([, {text}]) => /part[_/]observed/.test(text))).toEqual([]);
        expect(files.every(([path, {from}]) => from === `build/parts/observed/${path}`)).toBe(true);
    });
});
