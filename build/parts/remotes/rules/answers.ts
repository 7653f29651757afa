/** What may be wrong with another Moodle, whatever it is asked for. Each has words in each language: `reason:<name>`. */
export type Trouble =
    | 'unreachable' | 'timeout' | 'tls' | 'curl_blocked' | 'maintenance' | 'http_error' | 'garbage'
    | 'token' | 'service_off' | 'function_missing' | 'policies' | 'server_error' | 'transfer_cut';

/** What came back from another Moodle, as far as the line goes. */
export type Line = {
    /** Number of curl's error; 0 where there was none. */
    readonly error: number;
    /** Status of HTTP; 0 without an answer. */
    readonly status: number;
    /** Whether this Moodle's own security kept the request from leaving. */
    readonly blocked: boolean;
};

/** Errors of curl that say that nobody answers: no such proxy or host, no connection, refused, cut before an answer. */
const NOBODY: readonly number[] = [5, 6, 7, 45, 52, 55, 56];
/** Errors of curl that concern certificates and encryption. */
const TLS: readonly number[] = [35, 51, 53, 54, 58, 59, 60, 64, 66, 77, 80, 82, 83, 90, 91];
/** Error of curl: no answer in time. */
const TIMEOUT = 28;
/** Error of curl: the body ended too early. */
const PARTIAL = 18;

/** Codes of errors with which a Moodle says that the token is not good. */
const OF_TOKEN: readonly string[] = ['invalidtoken', 'invalidlogin'];
/** That the service or its account is not open. */
const OF_SERVICE: readonly string[] = [
    'accessexception', 'servicenotavailable', 'servicerequireslogin', 'nopermissions', 'requiredcapability',
    'wsaccessusersuspended', 'wsaccessusernologin', 'wsaccessuserdeleted', 'wsaccessuserunconfirmed', 'usernotconfirmed',
    'passwordisexpired', 'enablewsdescription',
];
/** That the account must agree to something first. */
const OF_POLICIES: readonly string[] = ['sitepolicynotagreed', 'usernotfullysetup', 'forcepasswordchangenotice'];
/** That the function is not there. */
const OF_FUNCTION: readonly string[] = ['invalidrecord', 'invalidrecordunknown', 'codingerror', 'invalidfunction'];

/** What is wrong with the line; null where an answer came that is worth reading. */
export function reasonOfLine(line: Line): Trouble | null {
    if (line.blocked) {
        return 'curl_blocked';
    }
    if (line.error === TIMEOUT) {
        return 'timeout';
    }
    if (TLS.includes(line.error)) {
        return 'tls';
    }
    if (line.error === PARTIAL) {
        return 'transfer_cut';
    }
    if (NOBODY.includes(line.error) || line.status === 0) {
        return 'unreachable';
    }
    if (line.error !== 0) {
        return 'http_error';
    }
    return reasonOfStatus(line.status);
}

/** What a status of HTTP says; null for those with an answer worth reading. */
export function reasonOfStatus(status: number): Trouble | null {
    if (status >= 200 && status < 300) {
        return null;
    }
    if (status === 503) {
        return 'maintenance';
    }
    if (status === 504 || status === 408) {
        return 'timeout';
    }
    return status === 403 ? 'service_off' : 'http_error';
}

/** What a Moodle's own error says, by its code: one of the plugin's reasons where its own side there refused, or trouble. */
export function reasonOfError(errorcode: string, reasons: readonly string[]): string {
    const own = reasons.filter(reason => `reason:${reason}` === errorcode);
    const named = own[0] ?? null;
    if (named !== null) {
        return named;
    }
    if (OF_TOKEN.includes(errorcode)) {
        return 'token';
    }
    if (OF_SERVICE.includes(errorcode)) {
        return 'service_off';
    }
    if (OF_POLICIES.includes(errorcode)) {
        return 'policies';
    }
    if (errorcode === 'sitemaintenance') {
        return 'maintenance';
    }
    return OF_FUNCTION.includes(errorcode) ? 'function_missing' : 'server_error';
}
