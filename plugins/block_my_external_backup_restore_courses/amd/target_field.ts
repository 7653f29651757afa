/** The field for the course that another one comes into. Where there are many, a search finds them. */

import {getString} from 'core/str';
import {debounce} from 'core/utils';
import {call} from '../client.ts';
import {guarded} from '../../../build/parts/guarded/amd/guarded.ts';

const COMPONENT = 'block_my_external_backup_restore_courses';
const PAUSE = 400;

type Course = {readonly id: number; readonly name: string};
type Found = {readonly more: boolean; readonly courses: readonly Course[]};

/** What was found before, by what was searched for: every card offers the same. */
const found = new Map<string, Found>();

/** Searches while somebody types. */
export const watchTargets = (form: HTMLElement, signal: AbortSignal): void => {
    const search = debounce((field: HTMLInputElement) => guarded('target_field:search', async() => {
        const region = field.closest<HTMLElement>('[data-region="targetcourse"]');
        await (region === null ? undefined : fillTargets(region, field.value.slice(0, 100), null));
    }), PAUSE, {pending: true});
    form.addEventListener('input', event => {
        const field = event.target as HTMLInputElement;
        if (field.matches('[data-field="targetsearch"]')) {
            search(field);
        }
    }, {signal});
};

/** Offers the courses that are found, and keeps the one that is chosen. */
export const fillTargets = async(region: HTMLElement, query: string, only: Course | null): Promise<void> => {
    const field = region.querySelector<HTMLSelectElement>('select');
    if (field === null) {
        return;
    }
    const {more, courses} = only === null ? await find(query) : {more: false, courses: [only]};
    const chosen = field.value;
    const none = new Option(await getString('page:notargets', COMPONENT), '0');
    field.replaceChildren(...(courses.length === 0 ? [none]
        : courses.map(({id, name}) => new Option(name, String(id), false, String(id) === chosen))));
    const search = region.querySelector<HTMLElement>('[data-region="targetsearch"]');
    if (search !== null && more) {
        search.hidden = false;
    }
};

const find = async(query: string): Promise<Found> => {
    const before = found.get(query);
    if (before !== undefined) {
        return before;
    }
    const courses = await call('find_targets', {query});
    found.set(query, courses);
    return courses;
};
