import type {Emitter} from '../manifest/model.ts';
import type {CapabilityShape, Level} from '../manifest/shape.ts';
import {phpScript} from '../php/header.ts';
import {code, phpLiteral, type PhpCode, type PhpValue} from '../php/literal.ts';
import {capabilityName, manifestOf} from './namesOf.ts';

const CONTEXTS: Readonly<Record<Level, PhpCode>> = {
    system: code('CONTEXT_SYSTEM'),
    user: code('CONTEXT_USER'),
    coursecat: code('CONTEXT_COURSECAT'),
    course: code('CONTEXT_COURSE'),
    module: code('CONTEXT_MODULE'),
    block: code('CONTEXT_BLOCK'),
};

/** db/access.php: who may do what. */
export const access: Emitter = model => {
    const {capabilities} = model.spec;
    if (capabilities === undefined) {
        return new Map();
    }
    const entries = Object.entries(capabilities).map(([name, capability]) => [capabilityName(model, name), definitionOf(capability)]);
    const header = {component: model.component, source: manifestOf(model), summary: 'Capabilities of the plugin.', guard: true};
    const body = `$capabilities = ${phpLiteral(Object.fromEntries(entries) as PhpValue)};`;
    return new Map([['db/access.php', phpScript(header, body)]]);
};

function definitionOf(capability: CapabilityShape): PhpValue {
    const risks = (capability.risk ?? []).map(risk => `RISK_${risk.toUpperCase()}`);
    const permissions = [
        ...(capability.allow ?? []).map(archetype => [archetype, code('CAP_ALLOW')]),
        ...(capability.prevent ?? []).map(archetype => [archetype, code('CAP_PREVENT')]),
    ];
    return {
        riskbitmask: risks.length === 0 ? undefined : code(risks.join(' | ')),
        captype: capability.type ?? 'write',
        contextlevel: CONTEXTS[capability.at],
        archetypes: Object.fromEntries(permissions) as PhpValue,
        clonepermissionsfrom: capability.clone,
    };
}

