import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {run} from '../run.ts';
import type {Tree} from '../tree.ts';

type Composer = {
    readonly 'require-dev'?: Readonly<Record<string, string>>;
    readonly 'autoload-dev'?: unknown;
};

/** All that Moodle's PHPUnit tests of a plugin need of what its composer.json lists; the rest is for its Behat. */
const NEEDED = ['phpunit/phpunit', 'mikey179/vfsstream'];

/** Whether a tree says which PHPUnit it wants: one without its developers' part of composer.json does not. */
export function namesPhpunit(tree: Tree): boolean {
    const asked = JSON.parse(readFileSync(join(tree.dir, 'composer.json'), 'utf8')) as Composer;
    return NEEDED.every(name => asked['require-dev']?.[name] !== undefined);
}

/** A vendor/ folder with the PHPUnit that this tree asks for, installed once into the cache. */
export async function phpunitVendor(tree: Tree, cache: string): Promise<string> {
    const asked = JSON.parse(readFileSync(join(tree.dir, 'composer.json'), 'utf8')) as Composer;
    const wanted = JSON.stringify({
        require: Object.fromEntries(NEEDED.map(name => [name, asked['require-dev']?.[name]])),
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
