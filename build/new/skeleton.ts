import {join} from 'node:path';
import {render} from '../php/render.ts';
import {PROJECT, filesBelow} from '../write/pluginFolder.ts';
import {HOMES} from '../manifest/model.ts';
import type {NewName} from './checkedName.ts';

/** The sources of a new plugin, by path below its folder. */
export async function skeleton({component, type, name}: NewName, today: Date): Promise<ReadonlyMap<string, string>> {
    const isBlock = type === 'block';
    const data = {
        component, name, isBlock,
        title: titleOf(name),
        year: today.getFullYear(),
        version: Number(`${today.toISOString().slice(0, 10).replaceAll('-', '')}00`),
        // From the plugin's folder to Moodle's config.php.
        up: '/..'.repeat((HOMES[type] ?? '').split('/').length + 1),
    };
    const files = new Map<string, string>();
    for (const part of ['common', isBlock ? 'block' : 'page']) {
        for (const path of await filesBelow(join(PROJECT, 'templates/new', part))) {
            const template = path.replace(/\.hbs$/, '');
            files.set(template.replace('_component_', component), render(`new/${part}/${template}`, data));
        }
    }
    return files;
}

/** `course_map` as people read it: `Course map`. */
function titleOf(name: string): string {
    const words = name.replaceAll('_', ' ');
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
