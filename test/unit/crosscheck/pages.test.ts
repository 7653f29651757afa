import {describe, expect, it} from 'vitest';
import type {PluginShape} from '../../../build/manifest/shape.ts';
import {foundIn} from './foundIn.ts';

const HEAD = "<?php\nrequire(__DIR__ . '/../../config.php');\n";
const GUARDED = `${HEAD}require_login();\nrequire_capability('local/small:view', \\core\\context\\system::instance());\n`;
const pages = (post?: object): Partial<PluginShape> => ({pages: {'index.php': {at: 'system', needs: 'view', ...(post === undefined ? {} : {post: post as never})}}});
const problems = (php: string, spec: Partial<PluginShape>): readonly (string | undefined)[] =>
    foundIn({'php/index.php': php}, spec).map(line => / ((?:un|missing)[a-z]*-(?:page|post)) /.exec(line)?.[1]).filter(code => code !== undefined);

describe('the cross-check of pages', () => {
    it('finds a script for browsers of which the manifest says nothing', () => {
        expect(problems(GUARDED, {})).toEqual(['undeclared-page']);
        expect(problems(GUARDED, {adminpages: {index: {path: 'index.php', needs: 'view'}}})).toEqual([]);
        expect(problems(GUARDED, pages())).toEqual([]);
    });

    it('leaves alone a script that takes no session, and only such a one', () => {
        const ticketed = (value: string): string => `<?php\ndefine('NO_MOODLE_COOKIES', ${value});\nrequire(__DIR__ . '/../../config.php');\n`;
        expect(problems(ticketed('true'), {})).toEqual([]);
        expect(problems(ticketed('false'), {})).toEqual(['undeclared-page']);
    });

    it('finds a page that has no script', () => {
        expect(foundIn({}, pages()).join()).toContain("pages.'index.php': there is no php/index.php");
    });

    it('finds a login or a capability that is missing, another one, or asked for sometimes only', () => {
        expect(problems(HEAD, pages())).toEqual(['unguarded-page', 'unguarded-page']);
        expect(problems(GUARDED.replace('require_login();\n', ''), pages())).toEqual(['unguarded-page']);
        expect(problems(GUARDED.replace('require_login();', 'if ($CFG->x) {\n    require_login();\n}'), pages())).toEqual(['unguarded-page']);
        expect(problems(GUARDED.replace('local/small:view', 'moodle/site:config'), pages())).toEqual(['unguarded-page']);
    });

    it('finds a post that is taken without a key, and one that the manifest does not tell of', () => {
        const post = {fields: {}, changes: ['due']};
        expect(problems(`${GUARDED}if (data_submitted()) {\n    redirect('/');\n}\n`, pages(post))).toEqual(['unchecked-post']);
        expect(problems(`${GUARDED}if (data_submitted() && confirm_sesskey()) {\n    redirect('/');\n}\n`, pages(post))).toEqual([]);
        expect(problems(`${GUARDED}if (data_submitted() && confirm_sesskey()) {\n    redirect('/');\n}\n`, pages())).toEqual(['undeclared-post']);
    });
});
