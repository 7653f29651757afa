/** Why a request did not go on. Every reason has words in each language: `reason:<name>`. */
export type Reason =
    | 'unreachable' | 'timeout' | 'tls' | 'curl_blocked' | 'maintenance' | 'http_error' | 'garbage'
    | 'token' | 'service_off' | 'function_missing' | 'policies' | 'server_error'
    | 'server_newer' | 'server_unknown' | 'same_site'
    | 'user_unknown' | 'course_gone' | 'not_yours' | 'userdata_refused' | 'backup_right'
    | 'backup_failed' | 'server_space' | 'never_prepared' | 'export_gone' | 'export_broken'
    | 'content_unproved' | 'content_missing' | 'transfer_cut'
    | 'client_space' | 'temp_unwritable'
    | 'precheck' | 'precheck_users' | 'restore_failed' | 'worker_died'
    | 'category_gone' | 'category_right' | 'course_right' | 'target_gone' | 'requester_gone' | 'choice_refused'
    | 'enrol_failed' | 'internal';

/** Every reason. */
export const REASONS: readonly Reason[] = [
    'unreachable', 'timeout', 'tls', 'curl_blocked', 'maintenance', 'http_error', 'garbage',
    'token', 'service_off', 'function_missing', 'policies', 'server_error',
    'server_newer', 'server_unknown', 'same_site',
    'user_unknown', 'course_gone', 'not_yours', 'userdata_refused', 'backup_right',
    'backup_failed', 'server_space', 'never_prepared', 'export_gone', 'export_broken',
    'content_unproved', 'content_missing', 'transfer_cut',
    'client_space', 'temp_unwritable',
    'precheck', 'precheck_users', 'restore_failed', 'worker_died',
    'category_gone', 'category_right', 'course_right', 'target_gone', 'requester_gone', 'choice_refused',
    'enrol_failed', 'internal',
];

/** What passes by itself, or may be mended by an admin meanwhile. */
const TRANSIENT: readonly Reason[] = [
    'unreachable', 'timeout', 'tls', 'curl_blocked', 'maintenance', 'http_error', 'garbage',
    'token', 'service_off', 'policies', 'server_error',
    'backup_failed', 'server_space', 'export_gone', 'export_broken', 'content_missing', 'transfer_cut',
    'client_space', 'temp_unwritable', 'restore_failed', 'worker_died', 'enrol_failed', 'internal',
];

/** What concerns a whole server: one message tells the admins, however many requests wait. */
const OF_SERVER: readonly Reason[] = [
    'unreachable', 'timeout', 'tls', 'curl_blocked', 'maintenance', 'http_error', 'garbage', 'token',
    'service_off', 'function_missing', 'policies',
];

/** Whether another try may end better. */
export function isTransient(reason: Reason): boolean {
    return TRANSIENT.includes(reason);
}

/** Whether the trouble is that of a whole server, and not of one course. */
export function isOfServer(reason: Reason): boolean {
    return OF_SERVER.includes(reason);
}

/** Whether the same course may come where user data stay behind. */
export function offersWithoutUsers(reason: Reason, withusers: boolean): boolean {
    return withusers && (reason === 'precheck_users' || reason === 'userdata_refused');
}
