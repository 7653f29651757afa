import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {PROJECT} from '../../../build/write/pluginFolder.ts';
import {en} from '../../../plugins/block_course_notification/lang/en.ts';
import {fr} from '../../../plugins/block_course_notification/lang/fr.ts';
import {PLACEHOLDERS} from '../../../plugins/block_course_notification/rules/placeholders.ts';

const readme = (name: string): string => readFileSync(join(PROJECT, 'plugins', 'block_course_notification', name), 'utf8');

test.each([
    ['the settings of the site in English', en['setting:sitetexts_desc']],
    ['the settings of the site in French', fr['setting:sitetexts_desc']],
    ['the README in English', readme('README.md')],
    ['the README in French', readme('README.fr.md')],
])('%s tell every placeholder, and none that does not exist', (_where, text) => {
    const told = [...text.matchAll(/`\{\{(\w+)\}\}`/g)].map(([, name]) => name);
    expect(told.toSorted()).toEqual(PLACEHOLDERS.toSorted());
});
