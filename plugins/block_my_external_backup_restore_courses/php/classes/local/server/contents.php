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

namespace block_my_external_backup_restore_courses\local\server;

use block_my_external_backup_restore_courses\local\content_proof;

/**
 * What a client may know and fetch of an export's contents: nothing that is not on the export's list.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class contents {
    /** @var int Contents that one call names at most. */
    private const MOST = 5000;

    /** @var int Hashes that one call may ask for. */
    private const MOST_ASKED = 1000;

    /** @var int Seconds after which no further content is proved: the client asks again for the others. */
    private const PROVING = 8;

    /**
     * Contents of an export, in the order of their hashes.
     *
     * @param string $export
     * @param string $after
     * @param int $most
     * @return array
     */
    public static function get_contents(string $export, string $after, int $most): array {
        global $DB;
        gate::pass();
        $record = register::own_ready($export);
        $rows = $DB->get_records_select(
            register::CONTENTS,
            'exportid = :exportid AND contenthash > :after',
            ['exportid' => $record->id, 'after' => $after],
            'contenthash',
            'contenthash, bytes',
            0,
            max(1, min(self::MOST, $most)),
        );
        return array_values(array_map(
            fn(\stdClass $row): array => ['contenthash' => $row->contenthash, 'bytes' => (int) $row->bytes],
            $rows,
        ));
    }

    /**
     * Digests over the client's number and each content. What takes too long for one call is left out of the answer.
     *
     * @param string $export
     * @param string $nonce
     * @param string[] $hashes
     * @return array
     */
    public static function prove_contents(string $export, string $nonce, array $hashes): array {
        gate::pass();
        $record = register::own_ready($export);
        $until = microtime(true) + self::PROVING;
        $proofs = [];
        foreach (self::listed((int) $record->id, $hashes) as $hash) {
            $proofs[] = ['contenthash' => $hash, 'digest' => self::proof($hash, $nonce)];
            if (microtime(true) > $until) {
                break;
            }
        }
        return $proofs;
    }

    /**
     * One ticket for each content, or for the backup itself.
     *
     * @param string $export
     * @param string[] $hashes
     * @return array
     */
    public static function get_tickets(string $export, array $hashes): array {
        gate::pass();
        $record = register::own_ready($export);
        $contents = self::listed((int) $record->id, array_values(array_diff($hashes, [$record->contenthash])));
        if (in_array($record->contenthash, $hashes, true)) {
            $contents[] = $record->contenthash;
        }
        return tickets::give((int) $record->id, $contents);
    }

    /**
     * The asked hashes, each once; one that is not on the export's list refuses the whole call.
     *
     * @param int $exportid
     * @param string[] $hashes
     * @return string[]
     */
    private static function listed(int $exportid, array $hashes): array {
        global $DB;
        $hashes = array_values(array_unique($hashes));
        if (count($hashes) > self::MOST_ASKED) {
            throw new \invalid_parameter_exception('hashes');
        }
        if (!$hashes) {
            return [];
        }
        [$in, $params] = $DB->get_in_or_equal($hashes, SQL_PARAMS_NAMED);
        $known = $DB->count_records_select(
            register::CONTENTS,
            "exportid = :exportid AND contenthash $in",
            $params + ['exportid' => $exportid],
        );
        if ($known !== count($hashes)) {
            throw new refusal('content_missing');
        }
        return $hashes;
    }

    /**
     * Digest over the client's number and a content, which is read as a stream.
     *
     * @param string $contenthash
     * @param string $nonce
     * @return string
     */
    private static function proof(string $contenthash, string $nonce): string {
        $handle = content_file::of($contenthash)->get_content_file_handle();
        $digest = content_proof::digest($handle, $nonce);
        fclose($handle);
        return $digest;
    }
}
