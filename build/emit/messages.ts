import type {Emitter, Model} from '../manifest/model.ts';
import type {MessageShape} from '../manifest/shape.ts';
import {phpScript} from '../php/header.ts';
import {code, phpLiteral, type PhpCode, type PhpValue} from '../php/literal.ts';
import {capabilityName, manifestOf} from './namesOf.ts';

const PERMISSIONS: Readonly<Record<'on' | 'off' | 'forbidden', PhpCode>> = {
    on: code('MESSAGE_PERMITTED + MESSAGE_DEFAULT_ENABLED'),
    off: code('MESSAGE_PERMITTED'),
    forbidden: code('MESSAGE_DISALLOWED'),
};

/** db/messages.php: the kinds of message that people may choose how to receive. */
export const messages: Emitter = model => {
    const providers = Object.entries(model.spec.messages ?? {});
    if (providers.length === 0) {
        return new Map();
    }
    const header = {component: model.component, source: manifestOf(model), summary: 'Message providers.', guard: true};
    const all = [...new Set(providers.map(([, message]) => defaultsOf(message)))];
    const variable = (message: MessageShape): string => variableAt(all.indexOf(defaultsOf(message)));
    const shared = all.map((defaults, at) => `${variableAt(at)} = ${defaults};\n`);
    const entries = Object.fromEntries(providers.map(([name, message]) => [name, provider(model, message, variable(message))]));
    return new Map([['db/messages.php', phpScript(header, `${shared.join('\n')}\n$messageproviders = ${phpLiteral(entries)};`)]]);
};

/** Most providers of a plugin have the same defaults: they are written once. */
const variableAt = (at: number): string => (at === 0 ? '$defaults' : `$defaults${at + 1}`);

function defaultsOf(message: MessageShape): string {
    return phpLiteral({
        popup: PERMISSIONS[message.web],
        email: PERMISSIONS[message.email],
        airnotifier: message.app === undefined ? undefined : PERMISSIONS[message.app],
    });
}

function provider(model: Model, message: MessageShape, defaults: string): PhpValue {
    return {
        capability: message.needs === undefined ? undefined : capabilityName(model, message.needs),
        defaults: code(defaults),
    };
}
