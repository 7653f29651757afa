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
 * Takes letters away.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
interface postman {
    /**
     * Hands a letter to all outputs that its receiver has chosen.
     *
     * @param letter $letter
     * @return answer|null null where Moodle does not take it for this person at all
     */
    public function deliver(letter $letter): ?answer;

    /**
     * Hands a letter to the mail alone.
     *
     * @param letter $letter
     * @return answer|null null where its receiver wants no mail
     */
    public function deliver_mail(letter $letter): ?answer;

    /**
     * Whether the mail server would take a mail now. A server that cannot be asked is believed.
     *
     * @param string[] $addresses to one of which it has to agree; none of them gets a mail
     * @return bool
     */
    public function is_server_well(array $addresses = []): bool;
}
