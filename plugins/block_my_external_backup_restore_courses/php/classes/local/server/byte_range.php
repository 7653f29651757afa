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
 * The part of a file that a request wants: all of it, or from a byte to another.
 *
 * @package    block_my_external_backup_restore_courses
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class byte_range {
    /**
     * From a byte to a byte, both of them included.
     *
     * @param int $from
     * @param int $to
     * @param bool $partial
     */
    private function __construct(
        /** @var int The first byte. */
        public readonly int $from,
        /** @var int The last one. */
        public readonly int $to,
        /** @var bool Whether a part was asked for. */
        public readonly bool $partial,
    ) {
    }

    /**
     * The part that a Range header asks for. A header that is none of ours is overlooked, as HTTP wants it.
     *
     * @param string $header
     * @param int $size
     * @return self|null null where the file has no such part
     */
    public static function of(string $header, int $size): ?self {
        if (!preg_match('/^bytes=(\d{1,18})-(\d{0,18})$/', trim($header), $found)) {
            return new self(0, $size - 1, false);
        }
        $from = (int) $found[1];
        $to = $found[2] === '' ? $size - 1 : min((int) $found[2], $size - 1);
        return $from <= $to ? new self($from, $to, true) : null;
    }

    /**
     * How many bytes these are.
     *
     * @return int
     */
    public function bytes(): int {
        return $this->to - $this->from + 1;
    }
}
