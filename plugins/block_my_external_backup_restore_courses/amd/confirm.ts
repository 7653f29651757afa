/** What becomes of each course that is chosen: looked at there, confirmed here, then asked for. */

import Templates from 'core/templates';
import {call} from '../client.ts';
import type {Target} from '../rules/choices.ts';
import {guarded} from '../../../build/parts/guarded/amd/guarded.ts';
import type {Chosen} from './server_list.ts';
import {fillTargets, watchTargets} from './target_field.ts';

const COMPONENT = 'block_my_external_backup_restore_courses';
/** So many courses are looked at side by side. */
const ABREAST = 3;
const TARGETS: readonly Target[] = ['new', 'original', 'into', 'replace'];

type Options = {
    readonly userid: number;
    /** The course that they are to come into; 0 for none. */
    readonly target: number;
    readonly targetname: string;
    readonly chosen: Map<string, Chosen>;
    /** Gets how many were asked for. */
    readonly left: (asked: number) => void;
};

type Step = Options & {readonly form: HTMLFormElement; readonly keys: Map<string, string>; asked: number; over: boolean};

/** Shows a card for each course, and asks for them when the form is sent. */
export const confirmCourses = async(form: HTMLFormElement, options: Options): Promise<void> => {
    const keys = new Map([...options.chosen.keys()].map((course, index) => [`c${index}`, course]));
    const step: Step = {...options, form, keys, asked: 0, over: false};
    const ends = new AbortController();
    const leave = (): void => {
        step.over = true;
        ends.abort();
        options.left(step.asked);
    };
    form.addEventListener('submit', event => {
        event.preventDefault();
        void guarded('confirm:send', () => send(step, leave));
    }, {signal: ends.signal});
    form.addEventListener('click', event => clicked(step, event.target as HTMLElement, leave), {signal: ends.signal});
    form.addEventListener('change', event => (event.target as HTMLElement).matches('[data-field="target"]')
        && void guarded('confirm:target', () => showTarget(step, cardOf(event.target as HTMLElement))), {signal: ends.signal});
    watchTargets(form, ends.signal);
    const cards = await Promise.all([...step.keys].map(([key, course]) =>
        rendered({key, fullname: options.chosen.get(course)?.fullname ?? '', waiting: true, problem: ''})));
    Templates.replaceNodeContents(part(form, 'cards'), cards.join(''), '');
    const waiting = [...step.keys.keys()];
    await Promise.all(Array.from({length: ABREAST}, () => lookAtNext(step, waiting)));
};

const part = (parent: ParentNode, name: string): HTMLElement => parent.querySelector(`[data-region="${name}"]`) as HTMLElement;

const cardOf = (inside: HTMLElement): HTMLElement => inside.closest('[data-card]') as HTMLElement;

const card = ({form}: Step, key: string): HTMLElement | null => form.querySelector(`[data-card="${key}"]`);

const courseOf = (step: Step, key: string): Chosen | undefined => step.chosen.get(step.keys.get(key) ?? '');

const rendered = async(context: object): Promise<string> =>
    (await Templates.renderForPromise(`${COMPONENT}/confirm_course`, context)).html;

/** Looks at one course after the other, until all are looked at or nobody wants to know any more. */
const lookAtNext = async(step: Step, waiting: string[]): Promise<void> => {
    const key = waiting.shift();
    const course = key === undefined ? undefined : courseOf(step, key);
    if (key === undefined || step.over) {
        return;
    }
    if (course !== undefined) {
        await lookAt(step, key, course);
    }
    await lookAtNext(step, waiting);
};

const lookAt = async(step: Step, key: string, course: Chosen): Promise<void> => {
    const {remote, id: courseid} = course;
    const look = await call('look_at_remote_course', {remote, courseid, userid: step.userid});
    const targets = step.target === 0 ? look.targets : look.targets
        .filter(({name}) => name === 'into' || name === 'replace')
        .map(target => ({...target, chosen: target.name === 'into'}));
    const html = await rendered({
        ...look, key, fullname: course.fullname, waiting: false, targets, haslacks: look.lacks.length > 0,
        hastargets: look.problem === '' && targets.length > 0,
    });
    const place = card(step, key);
    if (place !== null) {
        Templates.replaceNode(place, html, '');
        const drawn = card(step, key);
        await (drawn === null ? undefined : showTarget(step, drawn));
    }
};

const field = <T extends HTMLElement>(parent: ParentNode, name: string): T | null =>
    parent.querySelector<T>(`[data-field="${name}"]`);

/** Which course it comes into is asked where it comes into one. */
const showTarget = async(step: Step, drawn: HTMLElement): Promise<void> => {
    const chosen = field<HTMLSelectElement>(drawn, 'target')?.value ?? '';
    const region = part(drawn, 'targetcourse') as HTMLElement | null;
    if (region === null) {
        return;
    }
    const into = chosen === 'into' || chosen === 'replace';
    region.hidden = !into;
    part(drawn, 'replacewarning').hidden = chosen !== 'replace';
    if (into) {
        await fillTargets(region, '', step.target === 0 ? null : {id: step.target, name: step.targetname});
    }
};

const clicked = (step: Step, target: HTMLElement, leave: () => void): void => {
    switch (target.closest<HTMLElement>('[data-action]')?.dataset['action']) {
        case 'back':
            leave();
            break;
        case 'drop':
            drop(step, cardOf(target).dataset['card'] ?? '', leave);
            break;
    }
};

const drop = (step: Step, key: string, leave: () => void): void => {
    const gone = card(step, key);
    const next = gone?.nextElementSibling ?? gone?.previousElementSibling ?? null;
    gone?.remove();
    step.chosen.delete(step.keys.get(key) ?? '');
    step.keys.delete(key);
    if (step.keys.size === 0) {
        leave();
        return;
    }
    (next?.querySelector<HTMLElement>('select, input, button') ?? part(step.form, 'confirmheading')).focus();
};

const wish = (step: Step, key: string) => {
    const course = courseOf(step, key);
    const drawn = card(step, key);
    const select = drawn === null ? null : field<HTMLSelectElement>(drawn, 'target');
    if (course === undefined || drawn === null || select === null) {
        return null;
    }
    const categoryid = Number(field<HTMLSelectElement>(step.form, 'categoryid')?.value ?? 0);
    const target = TARGETS.find(known => known === select.value) ?? 'new';
    return {
        remote: course.remote,
        remotecourse: course.id,
        target: categoryid !== 0 && target === 'original' ? 'new' : target,
        categoryid: target === 'into' || target === 'replace' ? 0 : categoryid,
        targetcourse: Number(field<HTMLSelectElement>(drawn, 'targetcourse')?.value ?? 0),
        withusers: field<HTMLInputElement>(drawn, 'withusers')?.checked ?? false,
        enrolment: Number(field<HTMLSelectElement>(drawn, 'enrolment')?.value ?? 2),
    } as const;
};

/** What is refused stays, with the reason; all else goes on its way. */
const send = async(step: Step, leave: () => void): Promise<void> => {
    const courses = [...step.keys.keys()].flatMap(key => wish(step, key) ?? []);
    if (courses.length === 0) {
        return;
    }
    const date = field<HTMLInputElement>(step.form, 'notbefore')?.value ?? '';
    const notbefore = date === '' ? 0 : Math.floor(new Date(date).getTime() / 1000);
    const submit = step.form.querySelector<HTMLButtonElement>('[type="submit"]');
    submit?.toggleAttribute('disabled', true);
    try {
        const answers = await call('request_courses', {userid: step.userid, courses, notbefore});
        for (const answer of answers) {
            await took(step, answer);
        }
    } finally {
        submit?.toggleAttribute('disabled', false);
    }
    if (step.keys.size === 0) {
        leave();
    } else {
        step.form.querySelector<HTMLElement>('[role="alert"]')?.scrollIntoView({block: 'center'});
    }
};

type Answer = {readonly remote: string; readonly remotecourse: number; readonly problem: string};

const took = async(step: Step, {remote, remotecourse, problem}: Answer): Promise<void> => {
    const key = [...step.keys].find(([, course]) => course === `${remote} ${remotecourse}`)?.[0] ?? '';
    const drawn = card(step, key);
    if (problem === '') {
        step.asked++;
        drawn?.remove();
        step.chosen.delete(step.keys.get(key) ?? '');
        step.keys.delete(key);
        return;
    }
    if (drawn !== null) {
        const alert = document.createElement('div');
        alert.className = 'alert alert-danger py-2 mb-2';
        alert.setAttribute('role', 'alert');
        alert.textContent = problem;
        part(drawn, 'problem').replaceChildren(alert);
    }
};
