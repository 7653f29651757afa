import type {Model} from './model.ts';

/** Full name of a table of the plugin, without the site's prefix; a name that is not the plugin's own is Moodle's and stays. */
export function tableName(model: Model, name: string): string {
    const own = Object.hasOwn(model.spec.tables ?? {}, name);
    return own && name !== model.component && !name.startsWith(`${model.component}_`) ? `${model.component}_${name}` : name;
}
