import type {Emitter, Model} from '../manifest/model.ts';
import type {CheckShape} from '../manifest/shape.ts';
import {phpScript} from '../php/header.ts';
import {render} from '../php/render.ts';
import {manifestOf, methodCall} from './namesOf.ts';
import {phpParameterList, type Parameter} from './phpParameterList.ts';

/** A function of lib.php. */
type LibFunction = {
    readonly name: string;
    readonly summary: string;
    readonly params: readonly Parameter[];
    readonly signature: string;
    readonly returns: string;
    readonly returnDoc: string | null;
    readonly body: string;
};

/** lib.php: what Moodle calls by name, checks among it. */
export const callbacks: Emitter = model => {
    const functions = [...declared(model), ...checkLists(model)];
    if (functions.length === 0) {
        return new Map();
    }
    const header = {component: model.component, source: manifestOf(model), summary: 'What Moodle calls by name.'};
    return new Map([['lib.php', phpScript(header, render('lib.php', {functions}))]]);
};

function declared(model: Model): readonly LibFunction[] {
    return Object.entries(model.spec.callbacks ?? {}).map(([name, {params, returns, run}]) => {
        const parameters = phpParameterList(params);
        const call = `${methodCall(model, run)}(${parameters.map(({passed}) => passed).join(', ')});`;
        return {
            name: `${model.component}_${name}`,
            summary: `Moodle's callback ${name}.`,
            params: parameters,
            signature: params,
            returns: returns === '' ? '' : `: ${returns}`,
            returnDoc: returns === 'void' || returns === '' ? null : returns.replace(/^\?(.+)$/, '$1|null'),
            body: returns === 'void' ? call : `return ${call}`,
        };
    });
}

function checkLists(model: Model): readonly LibFunction[] {
    const all = Object.entries(model.spec.checks ?? {});
    return (['status', 'security', 'performance'] as const).flatMap(group => {
        const checks = all.filter(([, check]) => check.group === group);
        return checks.length === 0 ? [] : [checkList(model, group, checks)];
    });
}

function checkList(model: Model, group: string, checks: readonly (readonly [string, CheckShape])[]): LibFunction {
    const made = checks.map(([name, {rows}]) => {
        const check = `\\${model.component}\\check\\${name}`;
        return rows === undefined ? `new ${check}()` : `...${check}::all()`;
    }).join(', ');
    return {
        name: `${model.component}_${group}_checks`,
        summary: `Checks of the plugin on the page of ${group} checks.`,
        params: [],
        signature: '',
        returns: ': array',
        returnDoc: '\\core\\check\\check[]',
        body: `return [${made}];`,
    };
}
