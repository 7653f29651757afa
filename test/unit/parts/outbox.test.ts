import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {outbox} from '../../../build/parts/outbox/part.ts';
import {partSources, stampedFiles} from '../../../build/parts/partSources.ts';
import {withParts} from '../../../build/parts/withParts.ts';
import {buildPlugin} from '../../../build/write/buildPlugin.ts';
import {pluginFolder, PROJECT} from '../../../build/write/pluginFolder.ts';

const part = outbox({connector: 'feed/drupal', order: ['courseid'], batch: 50});
const sources = await partSources([part]);

describe('the outbox', () => {
    it('gives its PHP the options', () => {
        const blueprint = stampedFiles(sources, 'local_push').get('php/classes/local/outbox/blueprint.php')?.text ?? '';
        for (const line of ["CONNECTOR = 'local_push\\local\\feed\\drupal';", 'ORDER = [', "'courseid',", 'BATCH = 50;', 'CONCURRENT = 8;']) {
            expect(blueprint).toContain(line);
        }
    });

    it('names its capability after the plugin', () => {
        const head = {release: '1', version: 2026010100, maturity: 'alpha', moodle: {requires: '4.5', supported: ['4.5', '5.3']}} as const;
        const {spec, findings} = withParts({component: 'local_push', ...head, lang: {en: {}, fr: {}}}, [part], sources);
        expect(findings).toEqual([]);
        expect(spec.lang.en['push:trace']).toBeDefined();
        expect(Object.keys(spec.lang.fr)).toEqual(Object.keys(spec.lang.en));
    });

    it('brings its rules as PHP under the name of the plugin, and no TypeScript', async () => {
        const {plugin} = await buildPlugin(pluginFolder(join(PROJECT, 'plugins/local_dolibarr')));
        const rule = plugin?.files.get('classes/local/rules/retries.php');
        expect(rule?.from).toBe('build/parts/outbox/rules/retries.ts');
        expect(Buffer.from(rule?.bytes ?? []).toString()).toContain('namespace local_dolibarr\\local\\rules;');
        expect([...plugin?.files.keys() ?? []].filter(path => path.endsWith('.ts'))).toEqual([]);
    });
});
