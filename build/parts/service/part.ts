import {isFullFunctionName} from '../../manifest/names.ts';
import type {Piece} from '../part.ts';

export type ServiceOptions<N extends string, P extends string> = {
    /** Short name of the web service. Never rename it: Moodle deletes a renamed service and its tokens. */
    readonly name: N;
    /** What admins see in the list of web services. */
    readonly title: string;
    /** Own functions by their short name, core's by their full one. */
    readonly functions: readonly string[];
    /** What the account must be allowed, and nothing else; own capabilities by their short name. */
    readonly capabilities: readonly string[];
    /** Short names or archetypes of roles that the account gives to others. */
    readonly assigns?: readonly string[];
    /** Short name of its role, and its user name: those of an earlier plugin are found and taken over. */
    readonly role?: string;
    readonly user?: string;
    /** Name of the guided page; `<page>.php` below the plugin. */
    readonly page?: P;
    /** Name of the command; `cli/<command>.php` below the plugin. */
    readonly command?: string;
    /** A function without parameters, by which the whole way is tried. */
    readonly probe?: string;
    /** What is shown once for the other side, with {url} and {token} in it. */
    readonly handover?: string;
    readonly download?: boolean;
    readonly upload?: boolean;
};

type ServicePart<N extends string, P extends string> = {
    readonly name: 'service';
    readonly piece: {readonly webservices: {readonly [K in N]: WebService}; readonly adminpages: {readonly [K in P]: AdminPage}};
    readonly given: {readonly [file: string]: {readonly [constant: string]: string | readonly string[]}};
    readonly renamed: {readonly [name: string]: string};
    readonly uninstall: 'service/removal::uninstall';
};
type WebService = NonNullable<Piece['webservices']>[string];
type AdminPage = NonNullable<Piece['adminpages']>[string];

const REST = 'webservice/rest:use';

/**
 * A ready-made web service that an admin sets up with one click or one command: protocols, role with just the capabilities named, user,
 * authorised user, token, and a test of each function. Done again, it changes only what is not right.
 */
export function service<const N extends string, const P extends string = 'setup'>(options: ServiceOptions<N, P>): ServicePart<N, P> {
    const {name, title, functions, assigns = [], role = name, user = name, page = 'setup' as P, command = 'setup', handover = '{token}'} = options;
    const {probe = 'core_webservice_get_site_info', download = false, upload = false} = options;
    const webservice: WebService = {name: title, functions, restricted: true, enabled: true, download, upload};
    const adminpage: AdminPage = {path: `${page}.php`, needs: 'moodle/site:config'};
    return {
        name: 'service',
        piece: {webservices: {[name]: webservice} as {[K in N]: WebService}, adminpages: {[page]: adminpage} as {[K in P]: AdminPage}},
        given: {
            'php/classes/local/service/blueprint.php': {
                SERVICE: name,
                FUNCTIONS: functions.map(functionName),
                CAPABILITIES: [...new Set([REST, ...options.capabilities.map(capabilityName)])],
                ASSIGNS: assigns,
                ROLE: role,
                USER: user,
                PROBE: functionName(probe),
                PAGE: `part_service_${page}`,
                COMMAND: `cli/${command}.php`,
                LINE: handover,
            },
        },
        renamed: {
            'php/setup.php': `php/${page}.php`,
            'php/cli/setup.php': `php/cli/${command}.php`,
            'adminpage:setup': `adminpage:${page}`,
        },
        uninstall: 'service/removal::uninstall',
    };
}

/** As Moodle knows it; what has no kind of plugin before its name is the plugin's own. */
const functionName = (name: string): string => (isFullFunctionName(name) ? name : `part_service_${name}`);
const capabilityName = (name: string): string => (name.includes('/') ? name : `part/service:${name}`);
