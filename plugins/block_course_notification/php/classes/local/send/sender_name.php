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

use block_course_notification\local\config;

/**
 * Who a mail comes from, and where answers go.
 *
 * @package    block_course_notification
 * @copyright  2026 Moodle Plugin Suite contributors
 * @license    https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class sender_name {
    /**
     * Signs a message as the site wants it. Its sender must be a copy of its own.
     *
     * @param \core\message\message $message
     */
    public static function sign(\core\message\message $message): void {
        $from = $message->userfrom;
        $name = trim(config::sendername());
        if ($name !== '') {
            [$from->firstname, $from->lastname] = [$name, ''];
            foreach (['firstnamephonetic', 'lastnamephonetic', 'middlename', 'alternatename'] as $other) {
                $from->$other = '';
            }
        }
        $answers = trim(config::replyto());
        if (validate_email($answers)) {
            $message->replyto = $answers;
            $message->replytoname = $name;
        }
    }
}
