import type {Emitter, Model} from '../manifest/model.ts';
import {phpScript} from '../php/header.ts';
import {manifestOf, methodCall} from './namesOf.ts';

const SUMMARIES = {
    install: 'Runs once, after the tables have been made.',
    uninstall: 'Runs before Moodle removes the tables and the rest.',
} as const;

/** db/install.php and db/uninstall.php: they hand over to the plugin's own methods. */
export const lifecycle: Emitter = model => new Map((['install', 'uninstall'] as const).flatMap(moment => {
    const method = model.spec.lifecycle?.[moment];
    return method === undefined ? [] : [[`db/${moment}.php`, script(model, moment, methodCall(model, method))]];
}));

function script(model: Model, moment: keyof typeof SUMMARIES, call: string): string {
    const header = {component: model.component, source: manifestOf(model), summary: SUMMARIES[moment]};
    const body = `
/**
 * ${SUMMARIES[moment]}
 *
 * @return bool
 */
function xmldb_${model.component}_${moment}(): bool {
    ${call}();
    return true;
}`;
    return phpScript(header, body);
}
