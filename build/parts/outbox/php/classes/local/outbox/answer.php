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

namespace part_outbox\local\outbox;

use part_outbox\local\rules\answers;

/**
 * What came of a request.
 *
 * @package    part_outbox
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class answer {
    /**
     * An answer.
     *
     * @param int $status
     * @param string $body
     * @param int $retryafter
     * @param bool $blocked
     */
    public function __construct(
        /** @var int Of HTTP; 0 where none came. */
        public readonly int $status,
        /** @var string What was said, or what went wrong on the way. */
        public readonly string $body = '',
        /** @var int Seconds that the other side asks for. */
        public readonly int $retryafter = 0,
        /** @var bool Whether this site forbids the address. */
        public readonly bool $blocked = false,
    ) {
    }

    /**
     * What the body says, where it is JSON.
     *
     * @return mixed null where it is not
     */
    public function json(): mixed {
        return json_decode($this->body, true, 64);
    }

    /**
     * Why nothing has arrived; `none` where it has.
     *
     * @return string
     */
    public function reason(): string {
        json_decode($this->body, true, 64);
        $isjson = json_last_error() === JSON_ERROR_NONE;
        return answers::reason_of(['status' => $this->status, 'isjson' => $isjson, 'blocked' => $this->blocked]);
    }
}
