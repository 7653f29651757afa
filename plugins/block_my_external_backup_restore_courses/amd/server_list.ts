/** The courses on one other Moodle: they come by themselves, so that a server that hangs keeps no other waiting. */

import {getString} from 'core/str';
import Templates from 'core/templates';
import {debounce} from 'core/utils';
import {call} from '../client.ts';
import {guarded} from '../../../build/parts/guarded/amd/guarded.ts';
import {keepFocus, type State} from './request_watch.ts';

const COMPONENT = 'block_my_external_backup_restore_courses';
const PAUSE = 400;
const SORTS = ['fullname', 'shortname', 'startdate', 'newest'] as const;

/** A course that is ticked. */
export type Chosen = {readonly remote: string; readonly id: number; readonly fullname: string};

type Options = {
    readonly section: HTMLElement;
    readonly userid: number;
    readonly chosen: Map<string, Chosen>;
    /** Tells the ids of this server's fields from those of the others. */
    readonly key: string;
    readonly ticked: () => void;
};

type Page = Awaited<ReturnType<typeof ask>>;
type List = Options & {readonly remote: string; page: number; shown: Page | null; asked: number};

export type Server = {
    /** Draws what is other in the rows of the courses that are shown. */
    readonly follow: (states: readonly State[]) => Promise<void>;
    /** Shows the ticks as they are. */
    readonly untick: () => void;
};

/** Starts the list of a server. */
export const startServer = (options: Options): Server => {
    const list: List = {...options, remote: options.section.dataset['server'] ?? '', page: 0, shown: null, asked: 0};
    const again = (): void => void guarded('server_list:list', () => load(list, 0, false));
    options.section.addEventListener('input', event => (event.target as HTMLElement).matches('[data-field="search"]') && later());
    options.section.addEventListener('change', event => changed(list, event.target as HTMLInputElement, again));
    options.section.addEventListener('click', event => clicked(list, event.target as HTMLElement));
    const later = debounce(again, PAUSE, {pending: true});
    again();
    return {follow: states => follow(list, states), untick: () => showTicks(list)};
};

const part = ({section}: List, name: string): HTMLElement => section.querySelector(`[data-region="${name}"]`) as HTMLElement;

const value = ({section}: List, name: string): string =>
    section.querySelector<HTMLInputElement>(`[data-field="${name}"]`)?.value ?? '';

const keyOf = (list: List, id: number): string => `${list.remote} ${id}`;

const ask = (list: List, page: number, refresh: boolean) => call('get_remote_courses', {
    remote: list.remote,
    userid: list.userid,
    search: value(list, 'search').slice(0, 100),
    categoryid: Number(value(list, 'categoryid')),
    sort: SORTS.find(sort => sort === value(list, 'sort')) ?? 'fullname',
    page,
    refresh,
});

/** Asks for a page and draws it, unless another one was asked for meanwhile. */
const load = async(list: List, page: number, refresh: boolean): Promise<void> => {
    const asked = ++list.asked;
    part(list, 'rows').setAttribute('aria-busy', 'true');
    const shown = await ask(list, page, refresh);
    if (asked !== list.asked) {
        return;
    }
    list.page = page;
    list.shown = shown;
    await draw(list, shown);
    showCategories(list, shown);
    part(list, 'rows').setAttribute('aria-busy', 'false');
};

const draw = async(list: List, shown: Page): Promise<void> => {
    const {html, js} = await Templates.renderForPromise(`${COMPONENT}/course_rows`, {
        ...shown,
        key: list.key,
        name: list.section.querySelector('h2')?.textContent ?? '',
        courses: shown.courses.map(course => ({...course, ticked: list.chosen.has(keyOf(list, course.id))})),
        some: shown.courses.length > 0,
        anyopen: shown.courses.some(({open}) => open),
        range: await getString('page:range', COMPONENT, {from: shown.from, to: shown.to, total: shown.total}),
        paged: shown.pages > 1,
        first: shown.page === 0,
        last: shown.page >= shown.pages - 1,
    });
    Templates.replaceNodeContents(part(list, 'rows'), html, js);
    showTicks(list);
};

/** The categories of the other Moodle come with its courses. */
const showCategories = (list: List, {categories}: Page): void => {
    const field = list.section.querySelector<HTMLSelectElement>('select[data-field="categoryid"]');
    if (field === null || categories.length === 0 || field.options.length > 1) {
        return;
    }
    field.append(...categories.map(({id, name}) => new Option(name, String(id))));
    part(list, 'categoryfilter').hidden = false;
};

const changed = (list: List, field: HTMLInputElement, again: () => void): void => {
    const id = Number(field.closest<HTMLElement>('[data-course]')?.dataset['course']);
    if (field.matches('select')) {
        again();
    } else if (field.matches('[data-action="tick"]')) {
        tick(list, id, field.checked);
    } else if (field.matches('[data-action="all"]')) {
        list.shown?.courses.filter(({open}) => open).forEach(course => tick(list, course.id, field.checked));
    } else {
        return;
    }
    showTicks(list);
    list.ticked();
};

const tick = (list: List, id: number, on: boolean): void => {
    const course = list.shown?.courses.find(known => known.id === id);
    if (on && course !== undefined) {
        list.chosen.set(keyOf(list, id), {remote: list.remote, id, fullname: course.fullname});
    } else {
        list.chosen.delete(keyOf(list, id));
    }
};

const showTicks = (list: List): void => {
    const boxes = [...list.section.querySelectorAll<HTMLInputElement>('[data-action="tick"]')];
    boxes.forEach(box => {
        box.checked = list.chosen.has(keyOf(list, Number(box.closest<HTMLElement>('[data-course]')?.dataset['course'])));
    });
    const all = list.section.querySelector<HTMLInputElement>('[data-action="all"]');
    if (all !== null) {
        all.checked = boxes.length > 0 && boxes.every(({checked}) => checked);
        all.indeterminate = !all.checked && boxes.some(({checked}) => checked);
    }
};

const clicked = (list: List, target: HTMLElement): void => {
    const action = target.closest<HTMLElement>('[data-action]')?.dataset['action'];
    const step = {previous: -1, next: 1}[action ?? ''];
    if (action === 'refresh') {
        void guarded('server_list:refresh', () => load(list, list.page, true));
    } else if (step !== undefined) {
        void guarded('server_list:turn', () => turn(list, list.page + step));
    }
};

/** Another page begins at its top, for eyes and keyboard. */
const turn = async(list: List, page: number): Promise<void> => {
    await load(list, page, false);
    list.section.scrollIntoView({block: 'start'});
    const all = list.section.querySelector<HTMLElement>('[data-action="all"]');
    (all ?? list.section.querySelector<HTMLElement>('[data-action="refresh"]'))?.focus();
};

/** A course that is on its way can be asked for no more, and says how far it is. */
const follow = async(list: List, states: readonly State[]): Promise<void> => {
    if (list.shown === null) {
        return;
    }
    const latest = new Map<number, State>();
    // Newest last, so that it is the one that stays.
    [...states].reverse().filter(({remote}) => remote === list.remote).forEach(state => latest.set(state.remotecourse, state));
    const courses = list.shown.courses.map(course => {
        const state = latest.get(course.id);
        return state === undefined ? course : {...course, open: course.open && !state.active, states: [state]};
    });
    const moved = courses.filter((course, index) => JSON.stringify(course) !== JSON.stringify(list.shown?.courses[index]));
    const closed = moved.some(({id, open}) => open !== list.shown?.courses.find(known => known.id === id)?.open);
    const ended = moved.some(({states: [now], id}) => now?.active === false
        && list.shown?.courses.find(known => known.id === id)?.states[0]?.active === true);
    list.shown = {...list.shown, courses};
    if (ended) {
        // Whether it may be asked for again, the server knows; what the other Moodle said is still kept.
        await load(list, list.page, false);
    } else if (closed) {
        await draw(list, list.shown);
    } else {
        for (const {id, states: [state]} of moved) {
            await drawFate(list, id, state);
        }
    }
};

const drawFate = async(list: List, id: number, state: State | undefined): Promise<void> => {
    const fate = list.section.querySelector<HTMLElement>(`[data-course="${id}"] [data-region="fate"]`);
    if (fate !== null && state !== undefined) {
        const {html, js} = await Templates.renderForPromise(`${COMPONENT}/request_state`, state);
        keepFocus(fate, fate, () => Templates.replaceNodeContents(fate, html, js));
    }
};
