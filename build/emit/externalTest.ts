import type {Emitter, Model} from '../manifest/model.ts';
import type {ServiceShape} from '../manifest/shape.ts';
import {phpClass} from '../php/header.ts';
import {code, phpInline, phpLiteral, phpString} from '../php/literal.ts';
import {render} from '../php/render.ts';
import {bare} from './externalKinds.ts';
import {capabilityName, manifestOf} from './namesOf.ts';
import {requiredFirst} from './phpParameters.ts';
import {trialsOf, type Trial} from './trialValues.ts';

/** tests/external/<function>_test.php: whoever may not call a function is refused, and so is every value that the manifest rules out. */
export const externalTest: Emitter = model => new Map(
    Object.entries(model.spec.services ?? {}).map(([name, service]) => [`tests/external/${name}_test.php`, testClass(model, name, service)]),
);

function testClass(model: Model, name: string, service: ServiceShape): string {
    const [level, placed] = typeof service.at === 'string' ? [service.at, null] : Object.entries(service.at)[0] ?? ['system', null];
    const params = Object.entries(requiredFirst(service.params)).map(([param, kind]) => ({param, ...trialsOf(kind, param)}));
    const args = Object.fromEntries(params.map(({param, right}) => [param, param === placed ? code('$placeid') : right] as const));
    const listed = (of: 'edges' | 'wrong'): readonly string[] => params.flatMap(({param, ...trials}) =>
        trials[of].filter(() => of === 'wrong' || param !== placed).map(trial => entry(param, trial)));
    const switches = Object.entries(service.params).filter(([, kind]) => bare(kind).kind.kind === 'bool').map(([param]) => param);
    const asksForLogin = service.loginrequired !== false;
    const body = render('tests/external/function_test.php', {
        name,
        fullName: `${model.component}_${name}`,
        kind: service.kind,
        ajax: service.ajax ?? true,
        loginRequired: asksForLogin,
        capability: service.needs === null ? null : capabilityName(model, service.needs),
        refusesStrangers: asksForLogin || service.needs !== null,
        refusesGuests: service.needs === null && asksForLogin,
        ofCourse: level === 'course',
        ofModule: level === 'module',
        ofBlock: level === 'block',
        placed: placed !== null,
        arguments: phpLiteral(args),
        edges: listed('edges'),
        wrong: listed('wrong'),
        switches: switches.length === 0 ? null : phpInline(switches),
    });
    return phpClass({
        component: model.component,
        source: manifestOf(model),
        summary: `Who may call ${model.component}_${name}, and with what.`,
        namespace: `${model.component}\\external`,
        uses: ['core_external\\external_api'],
        covers: name,
    }, body);
}

const entry = (param: string, {title, value}: Trial): string => `${phpString(title)} => [${phpString(param)}, ${phpInline(value)}]`;
