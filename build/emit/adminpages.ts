import type {Model} from '../manifest/model.ts';
import type {AdminPageShape} from '../manifest/shape.ts';
import {phpString} from '../php/literal.ts';
import {capabilityName} from './namesOf.ts';

type NamedPage = readonly [name: string, page: AdminPageShape];

export const pagesOf = (model: Model): readonly NamedPage[] => Object.entries(model.spec.adminpages ?? {});

/** Lines of settings.php that bring the plugin's own pages into the tree, each for those who have its capability. */
export const pagesCode = (model: Model): readonly string[] => pagesOf(model).map(([name, page]) => pageCode(model, name, page));

function pageCode(model: Model, name: string, page: AdminPageShape): string {
    const parent = page.under ?? (model.type === 'block' ? 'blocksettings' : `${model.component}_category`);
    const title = `new lang_string(${phpString(`adminpage:${name}`)}, ${phpString(model.component)})`;
    const url = page.path.startsWith('/') ? page.path : `/${model.home}/${page.path}`;
    const args = [phpString(`${model.component}_${name}`), title, `new moodle_url(${phpString(url)})`, phpString(capabilityName(model, page.needs))];
    return `$ADMIN->add(${phpString(parent)}, new admin_externalpage(${args.join(', ')}));`;
}
