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

use block_my_external_backup_restore_courses\local\content_proof;
use block_my_external_backup_restore_courses\local\queue\work;
use block_my_external_backup_restore_courses\local\remote\client;
use block_my_external_backup_restore_courses\local\remote\remote;

/**
 * Contents that this Moodle has already: the other one proves that it holds them too, or could name hashes of anybody's files.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class proofs {
    /** @var int As many hashes are asked about at once. */
    private const MOST = 200;

    /** @var int As many bytes are asked about at once, unless one content alone is larger. */
    private const LARGEST = 100 * 1024 * 1024;

    /** @var int Bytes that the slowest of servers reads in a second. */
    private const SLOW = 5 * 1024 * 1024;

    /**
     * Which of these contents need not be sent.
     *
     * @param work $work
     * @param remote $remote
     * @param array $contents bytes by hash
     * @return array the proved ones: bytes by hash
     */
    public static function proved(work $work, remote $remote, array $contents): array {
        global $DB;
        if ($contents === []) {
            return [];
        }
        [$in, $params] = $DB->get_in_or_equal(array_keys($contents));
        $sql = "SELECT contenthash, MIN(id) AS fileid FROM {files} WHERE contenthash $in GROUP BY contenthash";
        $here = $DB->get_records_sql($sql, $params);
        $proved = [];
        foreach (self::bundles(array_intersect_key($contents, $here)) as $bundle) {
            $nonce = random_string(40);
            $answers = client::call($remote, 'prove_contents', [
                'export' => $work->row->exportid,
                'nonce' => $nonce,
                'hashes' => array_keys($bundle),
            ], 20 + intdiv(array_sum($bundle), self::SLOW));
            $digests = array_column($answers, 'digest', 'contenthash');
            foreach ($bundle as $contenthash => $bytes) {
                $digest = self::digest($work, (int) $here[$contenthash]->fileid, $nonce);
                // Unproved it has to be sent like any other, which who does not hold it cannot do.
                if ($digest !== null && hash_equals($digest, (string) ($digests[$contenthash] ?? ''))) {
                    $proved[$contenthash] = $bytes;
                }
            }
        }
        return $proved;
    }

    /**
     * Digest over a nonce and a content of this Moodle.
     *
     * @param work $work
     * @param int $fileid
     * @param string $nonce
     * @return string|null null where the content cannot be read here
     */
    private static function digest(work $work, int $fileid, string $nonce): ?string {
        try {
            $handle = get_file_storage()->get_file_by_id($fileid)->get_content_file_handle();
        } catch (\moodle_exception $e) {
            return null;
        }
        if (!$handle) {
            return null;
        }
        $digest = content_proof::digest($handle, $nonce, $work->beat(...));
        fclose($handle);
        return $digest;
    }

    /**
     * Contents in bundles that can be answered in time.
     *
     * @param array $contents bytes by hash
     * @return array of the same
     */
    private static function bundles(array $contents): array {
        $bundles = [];
        $bundle = [];
        foreach ($contents as $contenthash => $bytes) {
            if ($bundle !== [] && (count($bundle) >= self::MOST || array_sum($bundle) + $bytes > self::LARGEST)) {
                $bundles[] = $bundle;
                $bundle = [];
            }
            $bundle[$contenthash] = $bytes;
        }
        return $bundle === [] ? $bundles : [...$bundles, $bundle];
    }
}
