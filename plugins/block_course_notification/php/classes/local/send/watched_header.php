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

namespace block_course_notification\local\send;

/**
 * A header that knows whether a mail was written with it: so we learn whether a message came as far as the mail at all.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class watched_header implements \Stringable {
    /** @var bool Whether it was written. */
    private bool $written = false;

    /**
     * A header.
     *
     * @param string $header name and value
     */
    public function __construct(
        /** @var string Name and value. */
        private readonly string $header,
    ) {
    }

    /**
     * The header, as it is written.
     *
     * @return string
     */
    public function __toString(): string {
        $this->written = true;
        return $this->header;
    }

    /**
     * Whether it was written.
     *
     * @return bool
     */
    public function is_written(): bool {
        return $this->written;
    }
}
