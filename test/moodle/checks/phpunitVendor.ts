import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {run} from '../run.ts';
import type {Tree} from '../tree.ts';

type Composer = {
    readonly 'require-dev'?: Readonly<Record<string, string>>;
    readonly 'autoload-dev'?: unknown;
};

/** All that Moodle's PHPUnit tests of a plugin need; the rest of what a tree asks for is for its Behat. */
const NEEDED = ['phpunit/phpunit', 'mikey179/vfsstream'];

/** What a tree that leaves them to a package of its own means by it, as Moodle does from 5.2 on. */
const MEANT: Readonly<Record<string, string>> = {'phpunit/phpunit': '^11', 'mikey179/vfsstream': '1.6.*'};

/** A vendor/ folder with the PHPUnit that this tree asks for, installed once into the cache. */
export async function phpunitVendor(tree: Tree, cache: string): Promise<string> {
    const asked = JSON.parse(readFileSync(join(tree.dir, 'composer.json'), 'utf8')) as Composer;
    const wanted = JSON.stringify({
        require: Object.fromEntries(NEEDED.map(name => [name, asked['require-dev']?.[name] ?? MEANT[name]])),
        // Relative to the folder above vendor/, so it holds in every copy of the tree.
        autoload: asked['autoload-dev'] ?? {},
        'minimum-stability': 'stable',
    });
    const folder = join(cache, 'phpunit', createHash('sha256').update(wanted).digest('hex').slice(0, 12));
    if (!existsSync(folder)) {
        const draft = `${folder}.${process.pid}`;
        rmSync(draft, {recursive: true, force: true});
        mkdirSync(draft, {recursive: true});
        writeFileSync(join(draft, 'composer.json'), wanted);
        await run('composer', ['update', '--no-interaction', '--no-progress', '--no-audit'], {cwd: draft, env: {COMPOSER_ALLOW_SUPERUSER: '1'}});
        renameSync(draft, folder);
    }
    return join(folder, 'vendor');
}
