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

namespace block_my_external_backup_restore_courses\local\transfer;

use block_my_external_backup_restore_courses\local\remote\client;
use block_my_external_backup_restore_courses\local\remote\finding;
use block_my_external_backup_restore_courses\local\remote\probe;
use block_my_external_backup_restore_courses\local\remote\remote;
use block_my_external_backup_restore_courses\local\request\wording;
use block_my_external_backup_restore_courses\local\service\blueprint;

/**
 * Looks whether courses can come from another Moodle.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class server_probe implements probe {
    /** @var int The version of the functions that this plugin speaks. */
    private const PROTOCOL = 1;

    /** @var int Seconds by which clocks may differ. */
    private const CLOCKS = 60;

    /** @var int Cron that has not run for so long stands. */
    private const CRON = 15 * MINSECS;

    /** @var int Bytes that a server should have left for backups. */
    private const SPACE = 1024 ** 3;

    /** @var int Seconds for the script from which files are fetched. */
    private const TIMEOUT = 10;

    /** @var string[] What clients and servers of the earlier plugin speak. */
    private const EARLIER = ['get_courses', 'get_courses_zip'];

    /**
     * The earlier plugin has two functions only, and whole backups come from it.
     *
     * @param string[] $missing
     * @return finding|null
     */
    public static function without(array $missing): ?finding {
        return self::speaks_earlier($missing) ? finding::of('warning', 'earlier') : null;
    }

    /**
     * Whether the two understand each other, and what would make transfers slow, wrong or impossible.
     *
     * @param remote $remote
     * @return finding[]
     */
    public static function findings(remote $remote): array {
        $status = client::call($remote, 'get_status');
        return [...self::versions($status), ...self::circumstances($status), ...self::downloads($remote)];
    }

    /**
     * Whether what is missing is all but the two functions of the earlier plugin.
     *
     * @param string[] $missing
     * @return bool
     */
    private static function speaks_earlier(array $missing): bool {
        $own = array_filter(blueprint::FUNCTIONS, static fn(string $name): bool => str_starts_with($name, 'block_'));
        $earlier = array_map(static fn(string $name): string => "block_my_external_backup_restore_courses_$name", self::EARLIER);
        return array_diff($own, $missing) !== [] && array_diff($own, $earlier, $missing) === []
            && array_intersect($earlier, $missing) === [];
    }

    /**
     * Whether the two understand each other.
     *
     * @param array $status
     * @return finding[]
     */
    private static function versions(array $status): array {
        global $CFG;
        $findings = [];
        if ((int) ($status['branch'] ?? 0) > (int) $CFG->branch) {
            $versions = ($status['release'] ?? '') . ' > ' . $CFG->release;
            $findings[] = new finding('error', wording::reason('server_newer', $versions));
        }
        if ((int) ($status['protocol'] ?? 0) !== self::PROTOCOL) {
            $findings[] = finding::of('error', 'protocol');
        }
        return $findings;
    }

    /**
     * What would make transfers slow, wrong or impossible.
     *
     * @param array $status
     * @return finding[]
     */
    private static function circumstances(array $status): array {
        $theirs = (int) ($status['time'] ?? 0);
        $apart = abs($theirs - \core\di::get(\core\clock::class)->time());
        $silent = $theirs - (int) ($status['cron'] ?? 0);
        $findings = [];
        if ($apart > self::CLOCKS) {
            $findings[] = finding::of('warning', 'clock', format_time($apart));
        }
        if ($silent > self::CRON) {
            $findings[] = finding::of('error', 'cron', empty($status['cron']) ? get_string('never') : format_time($silent));
        }
        if ((int) ($status['freespace'] ?? self::SPACE) < self::SPACE) {
            $findings[] = finding::of('warning', 'space', display_size((int) $status['freespace']));
        }
        if (hash_equals(hash('sha256', get_site_identifier()), (string) ($status['site'] ?? ''))) {
            $findings[] = finding::of('warning', 'clone');
        }
        return $findings;
    }

    /**
     * Whether the script from which files are fetched answers as it should: a ticket that nobody gave is refused in our own words.
     *
     * @param remote $remote
     * @return finding[]
     */
    private static function downloads(remote $remote): array {
        global $CFG;
        require_once($CFG->libdir . '/filelib.php');
        $curl = new \curl();
        $script = "$remote->url/blocks/my_external_backup_restore_courses/download.php";
        $answer = json_decode((string) $curl->post($script, ['ticket' => 'none'], [
            'CURLOPT_CONNECTTIMEOUT' => 5,
            'CURLOPT_TIMEOUT' => self::TIMEOUT,
            'CURLOPT_FOLLOWLOCATION' => 0,
        ]), true);
        $status = (int) ($curl->get_info()['http_code'] ?? 0);
        return is_array($answer) && isset($answer['reason']) && in_array($status, [403, 404], true)
            ? [] : [finding::of('error', 'download', $status)];
    }
}
