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

namespace block_my_external_backup_restore_courses\local;

/**
 * Digest of a content that only who holds it can make: each piece is taken together with a number of who asks.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class content_proof {
    /** @var int Bytes of a piece. */
    private const PIECE = 1048576;

    /**
     * The digest: SHA-256 over the digests of the pieces, in their order.
     *
     * @param resource $handle of the content, which is read to its end
     * @param string $nonce
     * @param callable|null $beat is called after each piece
     * @return string
     */
    public static function digest($handle, string $nonce, ?callable $beat = null): string {
        // The first knows the instructions that processors have for it, and is several times as fast.
        $digest = function_exists('openssl_digest') ? openssl_digest(...) : fn(string $text): string => hash('sha256', $text);
        $digests = $nonce;
        while (($piece = stream_get_contents($handle, self::PIECE)) !== false && $piece !== '') {
            $digests .= $digest($nonce . $piece, 'sha256');
            $beat && $beat();
        }
        return hash('sha256', $digests);
    }
}
