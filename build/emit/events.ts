import type {Kind} from '../manifest/kinds.ts';
import type {Emitter, Model} from '../manifest/model.ts';
import type {EventShape, Level} from '../manifest/shape.ts';
import {tableName} from '../manifest/tableName.ts';
import {phpClass} from '../php/header.ts';
import {code, phpLiteral, phpString, type PhpValue} from '../php/literal.ts';
import {render} from '../php/render.ts';
import {bare} from './externalKinds.ts';
import {manifestOf} from './namesOf.ts';

const CONTEXTS: Readonly<Record<Level, string>> = {
    system: 'CONTEXT_SYSTEM', user: 'CONTEXT_USER', coursecat: 'CONTEXT_COURSECAT', course: 'CONTEXT_COURSE', module: 'CONTEXT_MODULE', block: 'CONTEXT_BLOCK',
};

/** A class for each event that the plugin writes to Moodle's log. */
export const events: Emitter = model => new Map(
    Object.entries(model.spec.events ?? {}).map(([name, event]) => [`classes/event/${name}.php`, eventClass(model, name, event)]),
);

function eventClass(model: Model, name: string, event: EventShape): string {
    const others = Object.entries(event.other ?? {});
    const body = render('classes/event/event.php', {
        name,
        title: `event:${name}`,
        component: model.component,
        says: sentenceOf(event),
        url: event.url === undefined ? null : urlOf(model, event.url),
        table: event.table === undefined ? null : tableName(model, event.table),
        others: others.length > 0,
        mapping: mappingOf(others),
        crud: event.crud,
        level: `LEVEL_${event.level.toUpperCase()}`,
        demands: demandsOf(event, others),
    });
    return phpClass({
        component: model.component, source: manifestOf(model), summary: `Event ${name}.`, namespace: `${model.component}\\event`,
    }, body);
}

/** A description as PHP: text with its values inside, as a person would write it. */
function sentenceOf(event: EventShape): string {
    const optional = Object.entries(event.other ?? {}).filter(([, kind]) => bare(kind).optional).map(([name]) => name);
    if (optional.some(name => event.says.includes(`{other.${name}}`))) {
        return filled(event.says);
    }
    return shortParts(event.says).map(interpolated).join(' .\n');
}

/** A line of PHP may have 132 characters, and a placeholder grows when it becomes PHP. */
function shortParts(text: string): readonly string[] {
    return text.match(/.{1,70}(?:\s|$)|\S+\s?/g) ?? [''];
}

function interpolated(text: string): string {
    const literal = text.replace(/["\\$]/g, '\\$&');
    return `"${literal.replace(/\{other\.([a-z0-9_]+)\}/g, "{$this->other['$1']}").replace(/\{([a-z]+)\}/g, '{$this->$1}')}"`;
}

/** A text with placeholders as PHP that joins its parts. */
function filled(text: string): string {
    const parts = text.split(/(\{[a-z0-9_.]+\})/).filter(part => part !== '');
    return parts.length === 0 ? "''" : parts.map(part => (/^\{.+\}$/.test(part) ? valueOf(part.slice(1, -1)) : phpString(part))).join(' . ');
}

function valueOf(placeholder: string): string {
    return placeholder.startsWith('other.') ? `($this->other['${placeholder.slice('other.'.length)}'] ?? '')` : `$this->${placeholder}`;
}

function urlOf(model: Model, url: string): string {
    const [path = '', query = ''] = url.split('?');
    const params = query.split('&').filter(pair => pair !== '').map(pair => {
        const [key = '', value = ''] = pair.split('=');
        return [key, code(filled(value))] as const;
    });
    const page = phpString(path.startsWith('/') ? path : `/${model.home}/${path}`);
    return `new \\moodle_url(${[page, ...(params.length === 0 ? [] : [phpLiteral(Object.fromEntries(params))])].join(', ')})`;
}

/** Users and courses are found again after a restore; what only this plugin knows is not. */
function mappingOf(others: readonly (readonly [string, Kind])[]): string {
    const mapped = others.flatMap(([name, kind]) => {
        const of = bare(kind).kind;
        return of.kind === 'ref' ? [[name, referenceOf(of.table)] as const] : [];
    });
    return mapped.length === 0 ? 'false' : phpLiteral(Object.fromEntries(mapped));
}

function referenceOf(table: string): PhpValue {
    return {db: table, restore: ['user', 'course'].includes(table) ? table : code('\\core\\event\\base::NOT_MAPPED')};
}

type Demand = {readonly when: string; readonly says: string};

function demandsOf(event: EventShape, others: readonly (readonly [string, Kind])[]): readonly Demand[] {
    const required = others.filter(([, kind]) => !bare(kind).optional);
    return [
        {when: `(int) $this->contextlevel !== ${CONTEXTS[event.at]}`, says: `The context of this event must be of level ${CONTEXTS[event.at]}.`},
        ...(event.table === undefined ? [] : [{when: '!isset($this->objectid)', says: 'This event needs an objectid.'}]),
        ...(event.relateduser === true ? [{when: '!isset($this->relateduserid)', says: 'This event needs a relateduserid.'}] : []),
        ...required.map(([name, kind]) => ({
            when: bare(kind).nullable ? `!array_key_exists('${name}', $this->other ?? [])` : `!isset($this->other['${name}'])`,
            says: `This event needs other['${name}'].`,
        })),
    ];
}
