import type {Model} from '../manifest/model.ts';
import type {Method} from '../manifest/shape.ts';

/** `sender::run` as PHP calls it: `\<component>\local\sender::run`. */
export function methodCall(model: Model, method: Method): string {
    return `\\${model.component}\\local\\${method.replaceAll('/', '\\')}`;
}

/** Full name of a capability of the plugin; core's names have their slash already. */
export function capabilityName(model: Model, name: string): string {
    return name.includes('/') ? name : `${model.area}:${name}`;
}

export function manifestOf(model: Model): string {
    return `${model.sources}/manifest.ts`;
}

/** A sentence ends with a full stop, so that Moodle's docblock rules are met whatever the manifest says. */
export function sentence(text: string): string {
    return /[.!?]$/.test(text) ? text : `${text}.`;
}
