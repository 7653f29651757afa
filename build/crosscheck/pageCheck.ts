import {missingPage, uncheckedPost, undeclaredPage, undeclaredPost, unguardedPage} from '../diagnostics/crosscheck.ts';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {capabilityName} from '../emit/namesOf.ts';
import type {Model} from '../manifest/model.ts';
import type {PageShape} from '../manifest/shape.ts';
import {lineOf} from './lineOf.ts';
import {phpCall, type PhpCall} from './phpCall.ts';
import type {Php, PhpFile} from './phpFile.ts';

const LOGINS: readonly string[] = ['require_login', 'require_course_login', 'require_admin', 'admin_externalpage_setup'];
const SESSION_KEYS: readonly string[] = ['confirm_sesskey', 'require_sesskey'];

/** A call at the top of a script happens whatever the request says. */
type Call = PhpCall & {readonly always: boolean};

/** Holds the scripts that browsers open against the pages of the manifest: each is declared, and asks for what is declared. */
export function pageCheck(model: Model, files: readonly PhpFile[], sources: ReadonlyMap<string, string>): readonly Diagnostic[] {
    const manifest = sources.get('manifest.ts') ?? '';
    const pages = model.spec.pages ?? {};
    const missing = Object.keys(pages).filter(path => !sources.has(`php/${path}`))
        .map(path => missingPage({file: `${model.sources}/manifest.ts`, line: lineOf(manifest, path)}, path));
    const inAdminTree = Object.values(model.spec.adminpages ?? {}).map(({path}) => path.replace(`/${model.home}/`, ''));
    return [...missing, ...files.flatMap(file => {
        const path = file.path.slice(`${model.sources}/php/`.length);
        const calls = callsIn(file);
        const page = pages[path];
        if (page !== undefined) {
            return [...guardFindings(model, file, page, calls), ...postFindings(model, file, page, calls)];
        }
        return isPage(file, path) && !hasNoSession(calls) && !inAdminTree.includes(path) ? [undeclaredPage({file: file.path, line: 1}, path)] : [];
    })];
}

/** A script that takes no session from anybody asks for something else, such as a ticket: no account may open it for whoever is signed in. */
const hasNoSession = (calls: readonly Call[]): boolean =>
    calls.some(({name, always, args}) => always && name === 'define' && textIn(args[0]) === 'NO_MOODLE_COOKIES' && args[1]?.kind === 'boolean' && args[1]['value'] === true);

/** A script that loads Moodle's config.php for a browser. */
function isPage(file: PhpFile, path: string): boolean {
    return !/^(classes|tests|db|lang|backup|cli)\//.test(path)
        && file.nodes.some(({node, above}) => node.kind === 'string' && /\/config\.php$/.test(String(node['value'])) && above.some(({kind}) => kind === 'include'));
}

function guardFindings(model: Model, file: PhpFile, page: PageShape, calls: readonly Call[]): readonly Diagnostic[] {
    const path = file.path.slice(`${model.sources}/php/`.length);
    const finding = (call: string, why: string): Diagnostic => unguardedPage({file: file.path, line: 1}, path, call, why);
    const login = calls.find(({name, always}) => always && LOGINS.includes(name));
    const needs = page.needs === null ? null : capabilityName(model, page.needs);
    const isAsked = calls.some(({name, always, args}) => always && name === 'require_capability' && textIn(args[0]) === needs);
    return [
        ...(login === undefined ? [finding('require_login()', 'anybody would see it')] : []),
        ...(needs === null || isAsked ? [] : [finding(`require_capability('${needs}', …)`, 'the manifest says that the page needs it')]),
    ];
}

function postFindings(model: Model, file: PhpFile, page: PageShape, calls: readonly Call[]): readonly Diagnostic[] {
    const path = file.path.slice(`${model.sources}/php/`.length);
    const asksForKey = calls.some(({name}) => SESSION_KEYS.includes(name));
    // A form of core's asks for the key by itself.
    const showsForm = calls.some(({sort, name}) => sort === 'new' && name.startsWith(`${model.component}\\form\\`));
    const takesPost = asksForKey || showsForm || calls.some(({name}) => name === 'data_submitted');
    if (page.post === undefined) {
        return takesPost ? [undeclaredPost({file: file.path, line: 1}, path)] : [];
    }
    return asksForKey || showsForm ? [] : [uncheckedPost({file: file.path, line: 1}, path)];
}

function callsIn(file: PhpFile): readonly Call[] {
    return file.nodes.flatMap(({node, above}) => {
        const call = phpCall(node, file);
        return call === null ? [] : [{...call, always: above.every(({kind}) => ['program', 'expressionstatement'].includes(kind))}];
    });
}

const textIn = (node: Php | undefined): string | null => (node?.kind === 'string' ? String(node['value']) : null);
