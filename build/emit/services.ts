import type {Kind, RecordOf} from '../manifest/kinds.ts';
import type {Emitter, Model} from '../manifest/model.ts';
import type {ServiceShape, WebServiceShape} from '../manifest/shape.ts';
import {docText, phpClass, phpScript} from '../php/header.ts';
import {code, phpLiteral, phpString, phpText, type PhpValue} from '../php/literal.ts';
import {render} from '../php/render.ts';
import {bare, describe, isRecord, phpTypeOf} from './externalKinds.ts';
import {capabilityName, manifestOf, methodCall, sentence} from './namesOf.ts';
import {paramDocs, requiredFirst, signature} from './phpParameters.ts';
import {valueChecks} from './valueChecks.ts';

/** db/services.php, and a class for each external function that checks everything before the hand-written body runs. */
export const services: Emitter = model => {
    const functions = Object.entries(model.spec.services ?? {});
    const files = new Map(functions.map(([name, service]) => [`classes/external/${name}.php`, functionClass(model, name, service)]));
    if (functions.length > 0 || model.spec.webservices !== undefined) {
        files.set('db/services.php', declarations(model));
    }
    return files;
};

function declarations(model: Model): string {
    const functions = Object.entries(model.spec.services ?? {}).map(([name, service]) => [`${model.component}_${name}`, functionEntry(model, name, service)] as const);
    const webservices = Object.entries(model.spec.webservices ?? {}).map(([short, service]) => [service.name, webserviceEntry(model, short, service)] as const);
    const lists = [
        functions.length === 0 ? '' : `$functions = ${phpLiteral(Object.fromEntries(functions))};\n`,
        webservices.length === 0 ? '' : `$services = ${phpLiteral(Object.fromEntries(webservices))};\n`,
    ];
    const header = {component: model.component, source: manifestOf(model), summary: 'External functions and web services.', guard: true};
    return phpScript(header, lists.filter(list => list !== '').join('\n'));
}

function functionEntry(model: Model, name: string, service: ServiceShape): PhpValue {
    return {
        classname: code(`\\${model.component}\\external\\${name}::class`),
        description: phpText(service.doc),
        type: service.kind,
        ajax: service.ajax ?? true,
        capabilities: service.needs === null ? undefined : capabilityName(model, service.needs),
        loginrequired: service.loginrequired,
    };
}

function webserviceEntry(model: Model, shortname: string, service: WebServiceShape): PhpValue {
    const own = model.spec.services ?? {};
    return {
        shortname,
        functions: service.functions.map(name => (name in own ? `${model.component}_${name}` : name)),
        restrictedusers: service.restricted ? 1 : 0,
        enabled: service.enabled ? 1 : 0,
        downloadfiles: service.download === true ? 1 : 0,
        uploadfiles: service.upload === true ? 1 : 0,
    };
}

function functionClass(model: Model, name: string, service: ServiceShape): string {
    const params = requiredFirst(service.params);
    const checks = valueChecks(params, '$params');
    const returns = describe(service.returns, 'result', 'out');
    const parameters = describeParameters(params);
    const body = render('classes/external/function.php', {
        name,
        doc: docText(sentence(service.doc), 1),
        params: paramDocs(params),
        parameters,
        signature: signature(params),
        given: phpLiteral(Object.fromEntries(Object.keys(params).map(param => [param, code(`$${param}`)]))),
        needsUser: service.at === 'user',
        context: contextOf(service),
        capability: service.needs === null ? null : capabilityName(model, service.needs),
        refusesGuests: service.needs === null && service.loginrequired !== false,
        checks: checks.join('\n'),
        call: methodCall(model, service.run),
        passed: Object.keys(params).map(param => `${param}: $params['${param}']`).join(', '),
        returns,
        returnsClass: classOf(returns),
        ...returnedBy(service.returns),
    });
    return phpClass({
        component: model.component,
        source: manifestOf(model),
        summary: `External function ${model.component}_${name}.`,
        namespace: `${model.component}\\external`,
        uses: ['core_external\\external_api', 'core_external\\external_function_parameters', ...usedClasses(parameters + returns)],
    }, body);
}

function describeParameters(params: RecordOf): string {
    const lines = Object.entries(params).map(([name, kind]) => `${phpString(name)} => ${describe(kind, name, 'in')},\n`);
    return lines.length === 0 ? '[]' : `[\n${lines.join('')}]`;
}

function contextOf({at}: ServiceShape): string {
    if (at === 'system') {
        return '\\core\\context\\system::instance()';
    }
    if (at === 'user') {
        return '\\core\\context\\user::instance($USER->id)';
    }
    const [[level, param] = ['', '']] = Object.entries(at);
    return `\\core\\context\\${level}::instance($params['${param}'])`;
}

const classOf = (expression: string): string => /^new (\w+)/.exec(expression)?.[1] ?? 'external_value';

function returnedBy(returns: Kind | RecordOf): {readonly returnType: string; readonly returnDoc: string} {
    if (isRecord(returns)) {
        // A record may come as an object, straight from the database.
        return {returnType: ': array|\\stdClass', returnDoc: 'array|\\stdClass'};
    }
    const {kind, nullable} = bare(returns);
    const type = kind.kind === 'group' ? 'array|\\stdClass' : phpTypeOf(kind);
    const whole = nullable ? (type.includes('|') ? `${type}|null` : `?${type}`) : type;
    return {returnType: `: ${whole}`, returnDoc: nullable ? `${type}|null` : type};
}

function usedClasses(text: string): readonly string[] {
    return ['external_multiple_structure', 'external_single_structure', 'external_value'].filter(name => text.includes(`new ${name}(`)).map(name => `core_external\\${name}`);
}
