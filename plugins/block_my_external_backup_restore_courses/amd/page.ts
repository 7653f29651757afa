/** The page on which somebody chooses courses of other Moodles: first which, then what becomes of each. */

import Notification from 'core/notification';
import {getString} from 'core/str';
import {confirmCourses} from './confirm.ts';
import {guarded} from '../../../build/parts/guarded/amd/guarded.ts';
import {lookNow, watchRequests, type Watch} from './request_watch.ts';
import {type Chosen, startServer, type Server} from './server_list.ts';

const COMPONENT = 'block_my_external_backup_restore_courses';

type Page = {
    readonly root: HTMLElement;
    /** What is ticked, by server and course, whatever page it stands on. */
    readonly chosen: Map<string, Chosen>;
    readonly servers: readonly Server[];
    readonly watch: Watch;
};

/** Starts the page. */
export const init = (): void => {
    const root = document.querySelector<HTMLElement>(`[data-region="${COMPONENT}-page"]`);
    if (root === null) {
        return;
    }
    const userid = Number(root.dataset['userid']);
    const chosen = new Map<string, Chosen>();
    const ticked = (): void => void guarded('page:count', () => showCount(page));
    const servers = [...root.querySelectorAll<HTMLElement>('[data-server]')]
        .map((section, index) => startServer({section, userid, chosen, key: `s${index}`, ticked}));
    const watch = watchRequests(root, userid, 0, async states => {
        part(root, 'requestsection').hidden = states.length === 0;
        await Promise.all(servers.map(server => server.follow(states)));
    });
    const page: Page = {root, chosen, servers, watch};
    part(root, 'bar').addEventListener('click', event => pressed(page, event));
};

const part = (root: HTMLElement, name: string): HTMLElement => root.querySelector(`[data-region="${name}"]`) as HTMLElement;

const pressed = (page: Page, event: Event): void => {
    switch ((event.target as HTMLElement).closest<HTMLElement>('[data-action]')?.dataset['action']) {
        case 'confirm':
            void guarded('page:confirm', () => confirm(page));
            break;
        case 'clear':
            void guarded('page:clear', () => clear(page));
            break;
    }
};

const showCount = async({root, chosen}: Page): Promise<void> => {
    part(root, 'bar').hidden = chosen.size === 0;
    part(root, 'count').textContent = chosen.size === 1
        ? await getString('page:countone', COMPONENT)
        : await getString('page:count', COMPONENT, chosen.size);
};

const clear = async(page: Page): Promise<void> => {
    page.chosen.clear();
    page.servers.forEach(server => server.untick());
    await showCount(page);
};

/** Shows what becomes of each course, and comes back to the list when all is asked for or somebody thinks again. */
const confirm = async(page: Page): Promise<void> => {
    const {root, chosen} = page;
    part(root, 'choose').hidden = true;
    const form = part(root, 'confirm') as HTMLFormElement;
    form.hidden = false;
    part(root, 'confirmheading').focus();
    await confirmCourses(form, {
        userid: Number(root.dataset['userid']),
        target: Number(root.dataset['target']),
        targetname: root.dataset['targetname'] ?? '',
        chosen,
        left: asked => void guarded('page:back', () => back(page, asked)),
    });
};

const back = async(page: Page, asked: number): Promise<void> => {
    const {root} = page;
    part(root, 'confirm').hidden = true;
    part(root, 'choose').hidden = false;
    page.servers.forEach(server => server.untick());
    await showCount(page);
    if (asked === 0) {
        const next = '[data-region="bar"]:not([hidden]) [data-action="confirm"], [data-action="refresh"]';
        root.querySelector<HTMLElement>(next)?.focus();
        return;
    }
    const message = asked === 1 ? await getString('page:askedone', COMPONENT) : await getString('page:asked', COMPONENT, asked);
    await Notification.addNotification({message, type: 'success'});
    await lookNow(page.watch);
    document.getElementById(`${COMPONENT}-requests-heading`)?.focus();
};
