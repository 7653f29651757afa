import {watchables} from '../core/watchables.ts';
import type {Emitter, Model} from '../manifest/model.ts';
import type {Method} from '../manifest/shape.ts';
import {phpClass, phpScript} from '../php/header.ts';
import {phpLiteral} from '../php/literal.ts';
import {render} from '../php/render.ts';
import {manifestOf, methodCall} from './namesOf.ts';

type Observer = {readonly event: string; readonly name: string; readonly type: string; readonly call: string};

/** db/events.php and classes/observer.php: what the plugin does when something happens, and how that never breaks a page. */
export const observers: Emitter = model => {
    const watched = observersOf(model, Object.entries(model.spec.observers ?? {}));
    if (watched.length === 0) {
        return new Map();
    }
    return new Map([['db/events.php', declarations(model, watched)], ['classes/observer.php', observerClass(model, watched)]]);
};

function observersOf(model: Model, entries: readonly (readonly [string, Method])[]): readonly Observer[] {
    const short = entries.map(([event]) => lastPart(event));
    return entries.map(([event, method], at) => {
        const name = short[at] ?? '';
        const alone = short.filter(other => other === name).length === 1 && name !== 'all';
        return {
            // Moodle knows the one that hears everything by this name only.
            event: event === '*' ? event : `\\${event}`,
            name: alone ? name : event.replace(/\\event\\/, '\\').replaceAll('\\', '_').replaceAll('*', 'all'),
            type: isThere(event, model.component) ? `\\${event}` : '\\core\\event\\base',
            call: methodCall(model, method),
        };
    });
}

/** Whether the class of an event is there wherever the plugin is: plugins that are not Moodle's own come and go. */
const isThere = (event: string, component: string): boolean => watchables().has(event) || event.startsWith(`${component}\\`);

const lastPart = (event: string): string => event.slice(event.lastIndexOf('\\') + 1).replace('*', 'all');

function declarations(model: Model, watched: readonly Observer[]): string {
    const entries = watched.map(({event, name}) => ({eventname: event, callback: `\\${model.component}\\observer::${name}`}));
    const header = {component: model.component, source: manifestOf(model), summary: 'Events that the plugin watches.', guard: true};
    return phpScript(header, `$observers = ${phpLiteral(entries)};`);
}

function observerClass(model: Model, watched: readonly Observer[]): string {
    return phpClass({
        component: model.component,
        source: manifestOf(model),
        summary: 'Hears events, and never breaks the page on which they happen.',
        namespace: model.component,
    }, render('classes/observer.php', {observers: watched}));
}
