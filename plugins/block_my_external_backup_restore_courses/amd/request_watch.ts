/** Requests on their way: looked at while work runs, drawn anew where something moved, stopped and begun anew by a click. */

import Notification from 'core/notification';
import Pending from 'core/pending';
import {getString} from 'core/str';
import Templates from 'core/templates';
import {call} from '../client.ts';
import {lookAgainAfter} from '../rules/choices.ts';
import {guarded} from '../../../build/parts/guarded/amd/guarded.ts';

const COMPONENT = 'block_my_external_backup_restore_courses';

export type State = Awaited<ReturnType<typeof ask>>[number];

/** What is watched: where the requests stand, whose they are, and who else wants to know. */
export type Watch = {
    readonly root: HTMLElement;
    readonly userid: number;
    /** How many are shown; 0 for all. */
    readonly most: number;
    readonly changed: (states: readonly State[]) => Promise<void>;
    /** What was last drawn, by request. */
    readonly drawn: Map<number, string>;
    pause: number;
    timer: number;
};

const ask = (userid: number) => call('get_states', {userid});

/** Follows the requests of a person. */
export const watchRequests = (root: HTMLElement, userid: number, most: number, changed: Watch['changed']): Watch => {
    const watch: Watch = {root, userid, most, changed, drawn: new Map(), pause: 0, timer: 0};
    root.addEventListener('click', event => {
        const button = (event.target as HTMLElement).closest<HTMLElement>('[data-request] [data-action]');
        if (button !== null) {
            void guarded('request_watch:act', () => act(watch, button));
        }
    });
    document.addEventListener('visibilitychange', () => !document.hidden && watch.timer !== 0 && later(watch, true));
    void guarded('request_watch:look', () => look(watch));
    return watch;
};

/** Looks at once, and soon again. */
export const lookNow = async(watch: Watch): Promise<void> => {
    await guarded('request_watch:look', () => look(watch));
};

const look = async(watch: Watch): Promise<void> => {
    const states = await ask(watch.userid);
    const moved = await draw(watch, states);
    const running = states.some(({active}) => active);
    window.clearTimeout(watch.timer);
    watch.timer = 0;
    if (running) {
        later(watch, moved);
    }
};

/** A page that nobody looks at asks nothing. A server that does not answer is asked again, and no window says so. */
const later = (watch: Watch, moved: boolean): void => {
    watch.pause = lookAgainAfter(watch.pause, moved);
    window.clearTimeout(watch.timer);
    watch.timer = window.setTimeout(async() => {
        if (document.hidden) {
            return;
        }
        const pending = new Pending(`${COMPONENT}/request_watch:later`);
        try {
            await look(watch);
        } catch {
            later(watch, false);
        } finally {
            pending.resolve();
        }
    }, watch.pause * 1000);
};

/** Draws what is other than before; true where something is. */
const draw = async(watch: Watch, all: readonly State[]): Promise<boolean> => {
    const states = watch.most === 0 ? all : all.slice(0, watch.most);
    const list = watch.root.querySelector<HTMLElement>('[data-region="requests"]');
    const first = watch.drawn.size === 0;
    const moved = states.filter(state => watch.drawn.get(state.request) !== JSON.stringify(state));
    if (list !== null) {
        const shown = new Set(states.map(({request}) => String(request)));
        const items = [...list.querySelectorAll<HTMLElement>('[data-item]')];
        items.filter(item => !shown.has(item.dataset['item'] ?? '')).forEach(item => item.remove());
        for (const state of moved) {
            await drawItem(list, state);
        }
        order(list, states);
        list.hidden = states.length === 0;
    }
    await announce(watch, first ? [] : moved);
    moved.forEach(state => watch.drawn.set(state.request, JSON.stringify(state)));
    await watch.changed(all);
    return moved.length > 0;
};

const drawItem = async(list: HTMLElement, state: State): Promise<void> => {
    const {html, js} = await Templates.renderForPromise(`${COMPONENT}/request_item`, state);
    const before = list.querySelector<HTMLElement>(`[data-item="${state.request}"]`);
    if (before === null) {
        Templates.appendNodeContents(list, html, js);
        return;
    }
    keepFocus(list, before, () => Templates.replaceNode(before, html, js));
};

/** Newest first, as they come; nothing is moved that stands right, so that the keyboard stays where it is. */
const order = (list: HTMLElement, states: readonly State[]): void => {
    states.forEach(({request}, index) => {
        const item = list.querySelector(`[data-item="${request}"]`);
        if (item !== null && list.children[index] !== item) {
            list.insertBefore(item, list.children[index] ?? null);
        }
    });
};

/** Draws something anew, and puts the keyboard back on the button that it was on. */
export const keepFocus = (parent: HTMLElement, before: HTMLElement, replace: () => void): void => {
    const active = document.activeElement as HTMLElement | null;
    const action = active !== null && before.contains(active) ? active.dataset['action'] ?? null : null;
    const request = active?.closest<HTMLElement>('[data-request]')?.dataset['request'] ?? '';
    replace();
    if (action !== null) {
        const place = parent.querySelector<HTMLElement>(`[data-request="${request}"]`);
        const same = place?.querySelector<HTMLElement>(`[data-action="${action}"]`);
        (same ?? place?.querySelector<HTMLElement>('[data-action]'))?.focus();
    }
};

/** Says which request came to another state, and not each percent of it. */
const announce = async(watch: Watch, moved: readonly State[]): Promise<void> => {
    const region = watch.root.querySelector('[data-region="announce"]');
    const told = moved.filter(({request, state}) => !(watch.drawn.get(request) ?? '').includes(`"state":"${state}"`));
    if (region !== null && told.length > 0) {
        const texts = await Promise.all(told.map(({fullname, name}) =>
            getString('page:announce', COMPONENT, {course: fullname, state: name})));
        region.textContent = texts.join('. ');
    }
};

const act = async(watch: Watch, button: HTMLElement): Promise<void> => {
    const request = Number(button.closest<HTMLElement>('[data-request]')?.dataset['request']);
    switch (button.dataset['action']) {
        case 'cancel':
            await askToCancel(watch, request, button);
            return;
        case 'enrol':
            await enrol(request);
            break;
        default:
            await call('retry_request', {request, withoutusers: button.dataset['action'] === 'retrywithoutusers'});
    }
    await look(watch);
};

/**
 * Nothing is under way as long as the question stands. It is ready before the window is: core fades text in that comes later, and
 * would wait for that for ever where somebody answers at once.
 */
const askToCancel = async(watch: Watch, request: number, button: HTMLElement): Promise<void> => {
    const known = JSON.parse(watch.drawn.get(request) ?? '{"fullname": ""}') as State;
    const question = document.createElement('p');
    question.textContent = await getString('page:cancelconfirm', COMPONENT, known.fullname);
    const stop = getString('page:stop', COMPONENT);
    await Notification.deleteCancel(getString('cancel'), question.outerHTML, stop, () => {
        void guarded('request_watch:cancel', () => cancel(watch, request));
    }, null, {triggerElement: button});
};

const cancel = async(watch: Watch, request: number): Promise<void> => {
    await call('cancel_request', {request});
    await look(watch);
};

const enrol = async(request: number): Promise<void> => {
    const {problem, courseurl} = await call('enrol_me', {request});
    if (problem === '') {
        window.location.assign(courseurl);
        return;
    }
    await Notification.addNotification({message: problem, type: 'error'});
};
