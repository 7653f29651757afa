import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {type Declared, declaredNames} from './declaredNames.ts';
import {type Published, publishedNames} from './publishedNames.ts';

/** Modules whose members stand elsewhere: in a library they wrap, or in what the server writes into the page. */
const WRITTEN_IN: Readonly<Record<string, readonly string[]>> = {
    'core/log': ['lib/amd/src/loglevel.js'],
    'core/chartjs': ['lib/amd/src/chartjs-lazy.js'],
    'core/config': ['lib/classes/output/requirements/page_requirements_manager.php', 'lib/outputrequirementslib.php'],
};

/** Where what we say of core's modules differs from the modules of a Moodle tree, a line each. */
export function typeDrift(webDir: string): string[] {
    return declaredNames().flatMap(declared => {
        const file = sourceOf(webDir, declared.module);
        if (file === null) {
            return [`${declared.module}: no such module`];
        }
        const published = publishedNames(readFileSync(file, 'utf8'));
        return [...drift(declared, withWritten(webDir, declared.module, published))];
    });
}

function sourceOf(webDir: string, module: string): string | null {
    if (module === 'jquery') {
        const folder = join(webDir, 'lib/jquery');
        const name = readdirSync(folder).find(file => /^jquery-[\d.]+\.js$/.test(file));
        return name === undefined ? null : join(folder, name);
    }
    const [component = '', ...rest] = module.split('/');
    const homes = component === 'core' ? ['lib'] : [`lib/${component.slice('core_'.length)}`, component.slice('core_'.length)];
    return homes.map(home => join(webDir, home, 'amd/src', `${rest.join('/')}.js`)).find(file => existsSync(file)) ?? null;
}

function withWritten(webDir: string, module: string, published: Published): Published {
    const texts = (WRITTEN_IN[module] ?? [])
        .map(path => join(webDir, path))
        .filter(file => existsSync(file))
        .map(file => readFileSync(file, 'utf8'));
    return {...published, members: new Set([...published.members, ...texts.flatMap(text => text.match(/\w+/g) ?? [])])};
}

function drift({module, named, members}: Declared, published: Published): string[] {
    const {isEs, hasDefault} = published;
    const reachable = isEs && !hasDefault ? published.named : published.members;
    const lost = named.length > 0 && isEs && hasDefault ? [`${module}: it has a default export, which hides the names from AMD`] : [];
    const absent = members !== null && isEs && !hasDefault ? [`${module}: it has no default export`] : [];
    return [
        ...lost,
        ...absent,
        ...named.filter(name => !reachable.has(name)).map(name => `${module}: no export ${name}`),
        ...(members ?? []).filter(name => !published.members.has(name)).map(name => `${module}: no member ${name}`),
    ];
}
