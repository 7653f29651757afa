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

/**
 * Sends a file, or a part of it, piece by piece: the memory it takes does not grow with the file.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class sending {
    /** @var int Bytes that are read at once. */
    private const PIECE = 262144;

    /**
     * Sends it.
     *
     * @param \stored_file $file
     * @param string $range what the request says
     * @return bool whether all of it has gone; false where the web server does it later
     */
    public static function send(\stored_file $file, string $range): bool {
        self::prepare();
        header('Content-Type: application/octet-stream');
        header('Accept-Ranges: bytes');
        header('Etag: "' . $file->get_contenthash() . '"');
        $storage = get_file_storage();
        if ($storage->supports_xsendfile() && $storage->xsendfile_file($file)) {
            return false;
        }
        $size = (int) $file->get_filesize();
        $part = byte_range::of($range, $size);
        if (!$part) {
            http_response_code(416);
            header("Content-Range: bytes */$size");
            return false;
        }
        if ($part->partial) {
            http_response_code(206);
            header("Content-Range: bytes {$part->from}-{$part->to}/$size");
        }
        header('Content-Length: ' . $part->bytes());
        return self::copy($file, $part) === $size;
    }

    /**
     * Says why there is nothing.
     *
     * @param int $code
     * @param string $reason
     */
    public static function refuse(int $code, string $reason): void {
        self::prepare();
        http_response_code($code);
        header('Content-Type: application/json; charset=utf-8');
        echo json_encode(['reason' => $reason]);
    }

    /**
     * Nothing is kept by anybody on the way, and nothing is gathered in memory.
     */
    private static function prepare(): void {
        ini_set('zlib.output_compression', 'Off');
        ignore_user_abort(false);
        \core_php_time_limit::raise();
        while (ob_get_level() && ob_end_clean()) {
            continue;
        }
        header('Cache-Control: private, no-store');
        header('X-Content-Type-Options: nosniff');
    }

    /**
     * Copies a part of the file to the other side.
     *
     * @param \stored_file $file
     * @param byte_range $part
     * @return int how many bytes have gone
     */
    private static function copy(\stored_file $file, byte_range $part): int {
        if ($part->bytes() === 0) {
            return 0;
        }
        $handle = $file->get_content_file_handle();
        fseek($handle, $part->from);
        $left = $part->bytes();
        while ($left > 0 && !connection_aborted()) {
            $piece = fread($handle, min(self::PIECE, $left));
            if ($piece === false || $piece === '') {
                break;
            }
            $left -= strlen($piece);
            echo $piece;
            flush();
        }
        fclose($handle);
        return connection_aborted() ? 0 : $part->bytes() - $left;
    }
}
