<?php
// This file is part of Moodle - https://moodle.org/
//
// Moodle is free software: you can redistribute it and/or modify
// it under the terms of the GNU General Public License as published by
// the Free Software Foundation, either version 3 of the License, or
// (at your option) any later version.
//
// Moodle is distributed in the hope that it will be useful,
// but WITHOUT ANY WARRANTY; without even the implied warranty of
// MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the
// GNU General Public License for more details.
//
// You should have received a copy of the GNU General Public License
// along with Moodle.  If not, see <https://www.gnu.org/licenses/>.

namespace local_everything\local\rules;

/**
 * Rules: answers.
 *
 * The browser runs the same rules.
 *
 * Arrays with a name of their own:
 * - Line: error: int, status: int, blocked: bool
 *
 * Made from build/parts/remotes/rules/answers.ts by the build: change that file, not this one.
 *
 * @package    local_everything
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class answers {
    /**
     * Errors of curl that say that nobody answers: no such proxy or host, no connection, refused, cut before an answer.
     *
     * @var int[]
     */
    private const NOBODY = [5, 6, 7, 45, 52, 55, 56];

    /** @var int[] Errors of curl that concern certificates and encryption. */
    private const TLS = [35, 51, 53, 54, 58, 59, 60, 64, 66, 77, 80, 82, 83, 90, 91];

    /** @var int Error of curl: no answer in time. */
    private const TIMEOUT = 28;

    /** @var int Error of curl: the body ended too early. */
    private const PARTIAL = 18;

    /** @var string[] Codes of errors with which a Moodle says that the token is not good. */
    private const OF_TOKEN = ['invalidtoken', 'invalidlogin'];

    /** @var string[] That the service or its account is not open. */
    private const OF_SERVICE = [
        'accessexception',
        'servicenotavailable',
        'servicerequireslogin',
        'nopermissions',
        'requiredcapability',
        'wsaccessusersuspended',
        'wsaccessusernologin',
        'wsaccessuserdeleted',
        'wsaccessuserunconfirmed',
        'usernotconfirmed',
        'passwordisexpired',
        'enablewsdescription',
    ];

    /** @var string[] That the account must agree to something first. */
    private const OF_POLICIES = ['sitepolicynotagreed', 'usernotfullysetup', 'forcepasswordchangenotice'];

    /** @var string[] That the function is not there. */
    private const OF_FUNCTION = ['invalidrecord', 'invalidrecordunknown', 'codingerror', 'invalidfunction'];

    /**
     * What is wrong with the line; null where an answer came that is worth reading.
     *
     * @param array $line Line
     * @return string|null
     */
    public static function reason_of_line(array $line): ?string {
        if ($line['blocked']) {
            return 'curl_blocked';
        }
        if ($line['error'] === self::TIMEOUT) {
            return 'timeout';
        }
        if (in_array($line['error'], self::TLS, true)) {
            return 'tls';
        }
        if ($line['error'] === self::PARTIAL) {
            return 'transfer_cut';
        }
        if (in_array($line['error'], self::NOBODY, true) || $line['status'] === 0) {
            return 'unreachable';
        }
        if ($line['error'] !== 0) {
            return 'http_error';
        }
        return self::reason_of_status($line['status']);
    }

    /**
     * What a status of HTTP says; null for those with an answer worth reading.
     *
     * @param int $status
     * @return string|null
     */
    public static function reason_of_status(int $status): ?string {
        if ($status >= 200 && $status < 300) {
            return null;
        }
        if ($status === 503) {
            return 'maintenance';
        }
        if ($status === 504 || $status === 408) {
            return 'timeout';
        }
        return $status === 403 ? 'service_off' : 'http_error';
    }

    /**
     * What a Moodle's own error says, by its code: one of the plugin's reasons where its own side there refused, or trouble.
     *
     * @param string $errorcode
     * @param string[] $reasons
     * @return string
     */
    public static function reason_of_error(string $errorcode, array $reasons): string {
        $own = array_values(array_filter($reasons, static fn(string $reason): bool => 'reason:' . $reason === $errorcode));
        $named = $own[0] ?? null;
        if ($named !== null) {
            return $named;
        }
        if (in_array($errorcode, self::OF_TOKEN, true)) {
            return 'token';
        }
        if (in_array($errorcode, self::OF_SERVICE, true)) {
            return 'service_off';
        }
        if (in_array($errorcode, self::OF_POLICIES, true)) {
            return 'policies';
        }
        if ($errorcode === 'sitemaintenance') {
            return 'maintenance';
        }
        return in_array($errorcode, self::OF_FUNCTION, true) ? 'function_missing' : 'server_error';
    }
}
