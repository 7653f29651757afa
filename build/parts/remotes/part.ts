import {isFullFunctionName} from '../../manifest/names.ts';
import {choice, list, longtext, text} from '../../manifest/kinds.ts';
import {guarded} from '../guarded/part.ts';
import type {Part, Piece} from '../part.ts';

export type RemotesOptions = {
    /** The setting that keeps the list, as `address,token;address,token`. The plugin has it where it belongs among its own: `custom('remote_moodles')`. */
    readonly setting: string;
    /** What another Moodle has to offer: own functions by their short name, core's by their full one. */
    readonly functions: readonly string[];
    /** What the plugin's own side on another Moodle answers with where it refuses; the strings are `reason:<name>`. */
    readonly reasons?: readonly string[];
    /** Class below php/classes/local, as in `transfer/server_probe`, that implements `local\\remote\\probe`: what else matters to the plugin. */
    readonly probe: string;
};

/** The sections are given by name, so that a plugin's own names are held against no others than its own. */
type RemotesPart = {
    readonly name: 'remotes';
    readonly piece: {readonly services: typeof SERVICES; readonly checks: typeof CHECKS; readonly caches: typeof CACHES};
    readonly with: readonly Part[];
    readonly given: {readonly [file: string]: {readonly [constant: string]: string | readonly string[]}};
};

export const SERVICES = {
    test_remote: {
        doc: 'Tries a remote Moodle as it stands among the settings: who may not change them has no business with its tokens.',
        at: 'system',
        needs: 'moodle/site:config',
        kind: 'write',
        params: {
            url: text(1000, {as: 'raw', doc: 'Its address, or address and token as the other Moodle prints them.'}),
            token: text(255, {as: 'raw', doc: 'Empty for the one that is kept for this address.'}),
        },
        returns: list({level: choice(['ok', 'warning', 'error']), text: longtext()}),
        run: 'remote/remote_test::test_remote',
    },
} as const satisfies NonNullable<Piece['services']>;

const CHECKS = {
    remotes: {group: 'status', run: 'remote/remote_check::result', rows: 'remote/remote_check::rows'},
} as const satisfies NonNullable<Piece['checks']>;

const CACHES = {
    remoteanswers: {mode: 'application', simplekeys: true, ttl: 300},
} as const satisfies NonNullable<Piece['caches']>;

/**
 * Other Moodles: their list among the settings, tokens encrypted, a button of each row that tries it, a client with one taxonomy of
 * trouble, answers kept for a few minutes, and a status check of each.
 */
export function remotes({setting, functions, reasons = [], probe}: RemotesOptions): RemotesPart {
    return {
        name: 'remotes',
        piece: {services: SERVICES, checks: CHECKS, caches: CACHES},
        with: [guarded],
        given: {
            'php/classes/local/remote/blueprint.php': {
                SETTING: setting,
                FUNCTIONS: functions.map(name => (isFullFunctionName(name) ? name : `part_remotes_${name}`)),
                REASONS: reasons,
                PROBE: `part_remotes\\local\\${probe.replaceAll('/', '\\')}`,
            },
        },
    };
}
