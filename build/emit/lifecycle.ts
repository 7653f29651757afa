import type {Emitter, Model} from '../manifest/model.ts';
import type {Method} from '../manifest/shape.ts';
import {phpScript} from '../php/header.ts';
import {manifestOf, methodCall} from './namesOf.ts';

const SUMMARIES = {
    install: 'Runs once, after the tables have been made.',
    uninstall: 'Runs before Moodle removes the tables and the rest.',
} as const;

/** db/install.php and db/uninstall.php: they hand over to the plugin's own methods. */
export const lifecycle: Emitter = model => new Map((['install', 'uninstall'] as const).flatMap(moment => {
    const methods = methodsAt(model, moment);
    return methods.length === 0 ? [] : [[`db/${moment}.php`, script(model, moment, methods.map(method => `${methodCall(model, method)}();`))]];
}));

/** What the parts of a plugin do before it is removed, and then its own method. */
function methodsAt({spec}: Model, moment: keyof typeof SUMMARIES): readonly Method[] {
    const ofParts = moment === 'uninstall' ? Object.values(spec.parts ?? {}).map(part => part.uninstall) : [];
    return [...ofParts, spec.lifecycle?.[moment]].filter(method => method !== undefined);
}

function script(model: Model, moment: keyof typeof SUMMARIES, calls: readonly string[]): string {
    const header = {component: model.component, source: manifestOf(model), summary: SUMMARIES[moment]};
    const body = `
/**
 * ${SUMMARIES[moment]}
 *
 * @return bool
 */
function xmldb_${model.component}_${moment}(): bool {
    ${calls.join('\n    ')}
    return true;
}`;
    return phpScript(header, body);
}
