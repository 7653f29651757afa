import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {frenchSpaces} from '../../../build/emit/frenchSpaces.ts';
import {lang} from '../../../build/emit/lang.ts';
import {loadModel} from '../../../build/manifest/loadModel.ts';
import type {Model} from '../../../build/manifest/model.ts';
import {PROJECT, pluginFolder, pluginNames} from '../../../build/write/pluginFolder.ts';

/** Where French is written without the space that holds: before : ; ? ! » and after «. */
const LOOSE = / [:;?!»]|[\p{L}\d)}][?!;»]|«[^\u00a0]/u;
/** What stands for a machine, where these signs are none of French. */
const CODE = /<[^>]*>|\w+:\/\/\S+|&\w+;/g;

/** What a README quotes as it is typed: blocks and words of code, where links and pictures lead, and the rules of tables. */
const QUOTED = /^```[^]*?^```|`[^`]*`|\]\([^)]*\)|^\|[-|]+$/gm;

const isLoose = (text: string): boolean => LOOSE.test(text.replace(CODE, ''));

const modelOf = async (name: string): Promise<Model> => {
    const {model, problems} = await loadModel(pluginFolder(join(PROJECT, 'plugins', name)));
    if (model === null) {
        throw new Error(problems.map(({message}) => message).join('\n'));
    }
    return model;
};

describe.each(await pluginNames())('%s speaks', plugin => {
    it('French with spaces that hold before : ; ? ! » and after «', async () => {
        const shipped = lang(await modelOf(plugin)).get(`lang/fr/${plugin}.php`) ?? '';
        const strings = shipped.split('\n').filter(line => line.startsWith('$string'));
        expect(strings.length).toBeGreaterThan(100);
        expect(strings.map(line => line.replace(/;$/, '')).filter(isLoose)).toEqual([]);
    });

    it('French with such spaces and typographic apostrophes in its README too', () => {
        const path = join(PROJECT, 'plugins', plugin, 'README.fr.md');
        // A picture begins with a sign of exclamation, and a sentence may end at the end of a line.
        const lines = existsSync(path) ? readFileSync(path, 'utf8').replace(QUOTED, '').replaceAll('![', '[').split('\n') : [];
        expect(lines.filter(line => isLoose(line) || /^[:;?!»]|«$|\p{L}'\p{L}/u.test(line))).toEqual([]);
    });

    it('French with typographic apostrophes', async () => {
        const {fr} = (await modelOf(plugin)).spec.lang;
        expect(Object.entries(fr).filter(([, text]) => /\p{L}'\p{L}/u.test(text))).toEqual([]);
    });

    it.runIf(plugin === 'block_course_notification').each(['en', 'fr'] as const)('%s in mails whose paragraphs begin with a capital or a name', async language => {
        const bodies = Object.entries((await modelOf(plugin)).spec.lang[language]).filter(([key]) => key.startsWith('body:'));
        const paragraphs = bodies.flatMap(([key, text]) => text.split('<p>').slice(1).map(paragraph => `${key} ${paragraph}`));
        expect(paragraphs.length).toBeGreaterThan(10);
        expect(paragraphs.filter(paragraph => !/^\S+ (?:\p{Lu}|\{\{)/u.test(paragraph))).toEqual([]);
    });
});

describe('French spaces', () => {
    it('hold before : ; ? ! » and after «, wherever a plain one was typed', () => {
        expect(frenchSpaces('« Non » ! Pourquoi ? Ici ; là : oui.')).toBe('«\u00a0Non\u00a0»\u00a0! Pourquoi\u00a0? Ici\u00a0; là\u00a0: oui.');
    });

    it('leave times, addresses and entities alone', () => {
        const text = 'À 10:30, voir https://moodle.org/?a=b&amp;c';
        expect([frenchSpaces(text), isLoose(text)]).toEqual([text, false]);
    });

    it.each(['Pourquoi ?', 'Objet :', '« Non\u00a0»', 'Ah!', 'ici; là'])('are missed in %s', text => {
        expect(isLoose(text)).toBe(true);
    });
});
