import type {Emitter} from '../manifest/model.ts';
import {phpClass} from '../php/header.ts';
import {render} from '../php/render.ts';
import {manifestOf, methodCall} from './namesOf.ts';

/** A class for each check on an admin's report pages; lib.php hands them out. */
export const checks: Emitter = model => new Map(
    Object.entries(model.spec.checks ?? {}).map(([name, check]) => [`classes/check/${name}.php`, phpClass({
        component: model.component,
        source: manifestOf(model),
        summary: `Check ${name}.`,
        namespace: `${model.component}\\check`,
    }, render(check.rows === undefined ? 'classes/check/check.php' : 'classes/check/rows.php', {
        name,
        title: `check:${name}`,
        component: model.component,
        call: methodCall(model, check.run),
        rows: check.rows === undefined ? '' : methodCall(model, check.rows),
    }))]),
);
