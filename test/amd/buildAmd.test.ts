import {expect, test} from 'vitest';
import {buildAmd} from '../../build/amd/buildAmd.ts';
import {minify} from '../../build/amd/minify.ts';

const component = 'block_example';
const build = (sources: Record<string, string>): ReturnType<typeof buildAmd> => buildAmd({component, sources: new Map(Object.entries(sources))});

test('a build from nothing and one from memory give the same bytes', async () => {
    const unique = {'amd/example.ts': `/** A. */\nexport const a = (): number => ${Date.now()};\n`};
    const first = await build(unique);
    expect([...(await build(unique)).files]).toEqual([...first.files]);
    const direct = await minify({component, path: 'example', code: first.files.get('amd/src/example.js') ?? ''});
    expect(first.files.get('amd/build/example.min.js')).toBe(direct.code);
    expect(first.files.get('amd/build/example.min.js.map')).toBe(direct.map);
});

test('a source map names the source beside it and nothing of this machine', async () => {
    const {files} = await build({'amd/local/deep.ts': '/** A. */\nexport const a = (): number => 1;\n'});
    const map = JSON.parse(files.get('amd/build/local/deep.min.js.map') ?? '') as {sources: string[]; file: string};
    expect(map.sources).toEqual(['../../src/local/deep.js']);
    expect(map.file).toBe('deep.min.js');
    expect(files.get('amd/build/local/deep.min.js')).toContain('define("block_example/local/deep",');
    expect([...files.values()].join('')).not.toContain(process.cwd());
});

test('a module with a default export is that default', async () => {
    const {files} = await build({'amd/example.ts': 'export default {a: 1};\n'});
    expect(files.get('amd/build/example.min.js')).toContain('return _exports.default={a:1},_exports.default');
});

test.each([
    'export type A = 1;\n',
    '/** A. */\nexport interface A { a: 1 }\n\nexport {};\n',
    "import type {B} from './b.ts';\nimport {type C} from './b.ts';\nexport type A = B | C;\ndeclare const a: A;\n",
    "export type {B} from './b.ts';\nexport {type B as A} from './b.ts';\n;\n",
    '// Nothing yet.\n',
])('a module of types only becomes no file: %j', async text => {
    const {files, problems} = await build({'rules/a.ts': text, 'amd/b.ts': 'export type B = 1;\n/** C. */\nexport const c = 1;\n'});
    expect(problems).toEqual([]);
    expect([...files.keys()]).toEqual(['amd/src/b.js', 'amd/build/b.min.js', 'amd/build/b.min.js.map']);
});

test.each([
    "import {a} from './types.ts';\na();\n",
    "import './types.ts';\n",
    "import {} from './types.ts';\n",
    "export * from './types.ts';\n",
    "void import('./types.ts');\nexport {};\n",
])('nothing that runs can be imported from a module of types: %j', async text => {
    const {problems} = await build({'amd/types.ts': 'export type A = 1;\n', 'amd/b.ts': text});
    expect(problems.map(problem => problem.code)).toEqual(['value-of-types']);
});

test("a module that would define nothing is refused, since it takes the whole site's JavaScript with it", async () => {
    const {files, problems} = await build({'amd/a.ts': 'window.title = "a";\n'});
    expect(files.size).toBe(0);
    expect(problems).toMatchObject([{code: 'defines-nothing', file: 'plugins/block_example/amd/src/a.js'}]);
});

test('every built module defines itself under its own name', async () => {
    const {files} = await build({'amd/a.ts': 'export {};\nwindow.name = "a";\n', 'amd/local/b.ts': "import '../a.ts';\n", 'rules/someRule.ts': '/** C. */\nexport const c = 1;\n'});
    const built = [...files].filter(([path]) => path.endsWith('.min.js'));
    expect(built.map(([, code]) => /^define\("([^"]+)",/.exec(code)?.[1])).toEqual(['block_example/a', 'block_example/local/b', 'block_example/local/rules/some_rule']);
});

test('with one problem, nothing is built', async () => {
    const {files, problems} = await build({'amd/good.ts': 'const a = 1;\n', 'amd/bad.ts': "import a from 'lodash';\n"});
    expect(files.size).toBe(0);
    expect(problems.map(problem => problem.code)).toEqual(['package-import']);
});

test('two sources of one module are refused', async () => {
    const {problems} = await build({'rules/due.ts': 'const a = 1;\n', 'amd/local/rules/due.ts': 'const a = 1;\n'});
    expect(problems.map(problem => problem.code)).toEqual(['same-module-twice']);
});

test('an import of a module that is not there is refused', async () => {
    const {problems} = await build({'amd/a.ts': "import {b} from './b.ts';\nb();\n"});
    expect(problems.map(problem => problem.code)).toEqual(['unknown-own-module']);
});

test('a module of a part is imported as one of the plugin, and refused where the plugin did not ask for the part', async () => {
    const page = {'amd/a.ts': "import {b} from '../../../build/parts/some/amd/b.ts';\nb();\n"};
    const {files} = await build({...page, 'amd/b.ts': '/** B. */\nexport const b = () => 1;\n'});
    expect(files.get('amd/src/a.js')).toContain("import {b} from 'block_example/b';");
    expect((await build(page)).problems.map(problem => problem.code)).toEqual(['unknown-own-module']);
    const other = await build({'amd/a.ts': "import {b} from '../../local_other/amd/b.ts';\nb();\n", 'amd/b.ts': '/** B. */\nexport const b = () => 1;\n'});
    expect(other.problems.map(problem => problem.code)).toEqual(['import-leaves-plugin']);
});
