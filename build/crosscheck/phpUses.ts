import {nameOf, type PhpConstants} from './phpConstants.ts';
import {phpCall, type PhpCall} from './phpCall.ts';
import type {Php, PhpFile} from './phpFile.ts';
import {itemTexts, phpTexts, type PhpScope} from './phpText.ts';
import {isTelling, matches, textOf, type Pattern} from './pattern.ts';
import type {Said, Use, UseKind} from './use.ts';

/** Who asks for a string, and at which argument; the component follows it. */
const STRING_ASKERS: Readonly<Record<string, number>> = {
    get_string: 0, string_for_js: 0, string_exists: 0, lang_string: 0, moodle_exception: 0, addHelpButton: 1, help_icon: 0, print_error: 0,
};
const TEXT_KINDS: ReadonlySet<string> = new Set(['string', 'nowdoc', 'encapsed', 'bin']);

/** What a PHP file asks for by name. */
export function phpUses(file: PhpFile, component: string, constants: PhpConstants): Said {
    const uses: Use[] = [];
    const texts: Pattern[] = [];
    for (const {node, above} of file.nodes) {
        const scope: PhpScope = {file, above: above as readonly Php[], constants};
        if (TEXT_KINDS.has(node.kind)) {
            texts.push(...phpTexts(node, scope).filter(isTelling));
        }
        const call = phpCall(node, file);
        uses.push(...(call === null ? [] : usesOfCall(call, scope, component)), ...messageName(node, scope, component));
        uses.push(...templateName(node, scope));
    }
    return {uses, texts};
}

function usesOfCall(call: PhpCall, scope: PhpScope, component: string): readonly Use[] {
    const short = call.name.replace(/^.*\\/, '');
    const asked = STRING_ASKERS[short];
    const at = (kind: UseKind, index: number): readonly Use[] => usesAt(kind, call, index, short, scope);
    const ours = (index: number): boolean => isText(call.args[index], component, scope);
    if (asked !== undefined) {
        return ours(asked + 1) ? [...at('string', asked), ...(short === 'addHelpButton' || short === 'help_icon' ? helpOf(at('string', asked)) : [])] : [];
    }
    if (short === 'strings_for_js' && ours(1)) {
        const list = call.args[0];
        return list === undefined ? [] : itemTexts(list, scope).map(name => ({kind: 'string', name, by: short, place: scope.file.place(list)}));
    }
    switch (`${call.sort} ${short}`) {
        case 'function get_config': return ours(0) ? at('config', 1) : [];
        case 'function set_config': return ours(2) ? at('setconfig', 0) : [];
        case 'function admin_externalpage_setup': return at('adminpage', 0);
        case 'method get_external_service_by_shortname': return at('webservice', 0);
        case 'method render_from_template': return at('template', 0);
        case 'method js_call_amd': return at('module', 0);
        case 'static call_external_function': return at('service', 0);
        case 'static make': return /(^|\\)cache$/.test(call.on) && ours(0) ? at('cache', 1) : [];
        default: return [];
    }
}

function usesAt(kind: UseKind, call: PhpCall, index: number, by: string, scope: PhpScope): readonly Use[] {
    const argument = call.args[index];
    return argument === undefined ? [] : phpTexts(argument, scope).map(name => ({kind, name, by, place: scope.file.place(argument)}));
}

/** A help button shows two strings: its title and its text. */
function helpOf(uses: readonly Use[]): readonly Use[] {
    return uses.map(use => ({...use, name: [...use.name, '_help']}));
}

function isText(node: Php | undefined, wanted: string, scope: PhpScope): boolean {
    return node !== undefined && phpTexts(node, scope).some(pattern => textOf(pattern) !== null && matches(pattern, wanted));
}

/** `$message->name = …` beside `$message->component = 'ours'` names a message provider. */
function messageName(node: Php, scope: PhpScope, component: string): readonly Use[] {
    if (node.kind !== 'assign' || !isProperty(node['left'], 'name')) {
        return [];
    }
    const around = scope.above.findLast(holder => ['method', 'function', 'closure'].includes(holder.kind));
    const inside = scope.file.nodes.filter(({above}) => around !== undefined && above.includes(around)).map(({node: other}) => other);
    const made = inside.some(other => other.kind === 'new' && /core\\message\\message$/.test(phpCall(other, scope.file)?.name ?? ''));
    const owned = inside.some(other => other.kind === 'assign' && isProperty(other['left'], 'component') && isText(other['right'] as Php, component, scope));
    const value = node['right'] as Php;
    return made && owned ? phpTexts(value, scope).map(name => ({kind: 'message', name, by: 'message name', place: scope.file.place(value)})) : [];
}

function isProperty(node: unknown, name: string): boolean {
    const lookup = node as Php;
    return lookup.kind === 'propertylookup' && nameOf(lookup['offset']) === name;
}

/** What get_template_name() returns. */
function templateName(node: Php, scope: PhpScope): readonly Use[] {
    const method = scope.above.findLast(holder => holder.kind === 'method');
    if (node.kind !== 'return' || method === undefined || nameOf(method['name']) !== 'get_template_name') {
        return [];
    }
    const value = node['expr'] as Php;
    return phpTexts(value, scope).map(name => ({kind: 'template', name, by: 'get_template_name', place: scope.file.place(value)}));
}

